using Appliance.Core.Chips;
using Appliance.Core.Metrics;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Chips;

[TestClass]
public class Ina219ReadingTests
{
    // 24 V is a word with bit 15 set.
    [DataRow(0x0000, 0)]
    [DataRow(0x000A, 4)]
    [DataRow(0x5DC2, 12000)]
    [DataRow(0x7FFA, 16380)]
    [DataRow(0x8002, 16384)]
    [DataRow(0xBB82, 24000)]
    [DataRow(6500 << 3, 26000)]
    public void A_bus_voltage_is_told_in_millivolts(int bus, int expected)
    {
        Assert.AreEqual((int)Quality.Ok, (int)Ina219Reading.Volts(bus, out long millivolts));
        Assert.AreEqual((long)expected, millivolts);
    }

    [DataRow(6501 << 3)]
    [DataRow(0xFFFF)]
    public void A_bus_voltage_above_the_rating_is_out_of_range(int bus)
    {
        Assert.AreEqual((int)Quality.OutOfRange, (int)Ina219Reading.Volts(bus, out _));
    }

    [DataRow(1000, 100000, 100)]
    [DataRow(0xFC18, 100000, -100)]
    [DataRow(0, 100000, 0)]
    [DataRow(1, 100000, 0)]
    [DataRow(31999, 100000, 3200)]
    [DataRow(0x8301, 100000, -3200)]
    public void A_current_comes_of_the_shunt(int shunt, int microohm, int expected)
    {
        Assert.AreEqual((int)Quality.Ok, (int)Ina219Reading.Amperes(2, shunt, microohm, out long milliamperes));
        Assert.AreEqual((long)expected, milliamperes);
    }

    [DataRow(2, 32000)]
    [DataRow(2, 0x8300)]
    [DataRow(2, 0x7FFF)]
    [DataRow(2, 0x8000)]
    [DataRow(3, 100)]
    public void A_shunt_voltage_at_the_end_of_its_scale_or_an_overflow_is_out_of_range(int bus, int shunt)
    {
        Assert.AreEqual((int)Quality.OutOfRange, (int)Ina219Reading.Amperes(bus, shunt, 100_000, out _));
    }

    [DataRow(0)]
    [DataRow(-1)]
    public void Without_a_shunt_there_is_no_current(int microohm)
    {
        Assert.AreEqual((int)Quality.NotCalibrated, (int)Ina219Reading.Amperes(2, 1000, microohm, out long milliamperes));
        Assert.AreEqual(0L, milliamperes);
    }

    [TestMethod]
    public void Any_word_is_a_value_within_the_ratings_or_a_quality()
    {
        for (int word = 0; word <= 0xFFFF; word++)
        {
            Quality volts = Ina219Reading.Volts(word, out long millivolts);
            Assert.AreEqual(word / 8 * 4L, millivolts);
            Assert.AreEqual(millivolts <= 26_000, volts == Quality.Ok);

            int counts = word < 0x8000 ? word : word - 0x10000;
            Quality amperes = Ina219Reading.Amperes(0, word, 10_000, out long milliamperes);
            Assert.AreEqual((long)counts, milliamperes);
            Assert.AreEqual(counts < 32_000 && counts > -32_000, amperes == Quality.Ok);
        }
    }
}
