using System;
using Appliance.Core.Chips;
using Appliance.Core.Metrics;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Chips;

[TestClass]
public class Ina228ReadingTests
{
    [DataRow(0, 0)]
    [DataRow(0x000010, 0)]
    [DataRow(0x000030, 1)]
    [DataRow(0x43800F, 54000)]
    [DataRow(435200 << 4, 85000)]
    public void A_bus_voltage_is_told_in_millivolts(int bus, int expected)
    {
        Assert.AreEqual((int)Quality.Ok, (int)Ina228Reading.Volts(bus, out long millivolts));
        Assert.AreEqual((long)expected, millivolts);
    }

    [DataRow(435201 << 4)]
    [DataRow(0x7FFFF0)]
    [DataRow(0x800000)]
    [DataRow(0xFFFFFF)]
    public void A_bus_voltage_above_the_rating_is_out_of_range(int bus)
    {
        Assert.AreEqual((int)Quality.OutOfRange, (int)Ina228Reading.Volts(bus, out _));
    }

    // 75 mV over 750 microohm is 100 A: 240000 counts.
    [DataRow(240000 << 4, 750, 100000)]
    [DataRow(0xC56800, 750, -100000)]
    [DataRow(0xFFFFF0, 100, -3)]
    [DataRow(0x00000F, 750, 0)]
    [DataRow(0x7FFFE0, 1000, 163839)]
    [DataRow(0x800020, 1000, -163839)]
    public void A_current_comes_of_the_shunt(int shunt, int microohm, int expected)
    {
        Assert.AreEqual((int)Quality.Ok, (int)Ina228Reading.Amperes(shunt, microohm, out long milliamperes));
        Assert.AreEqual((long)expected, milliamperes);
    }

    [DataRow(0x7FFFF0)]
    [DataRow(0x800000)]
    [DataRow(0x800010)]
    public void A_shunt_voltage_at_the_end_of_its_scale_is_out_of_range(int shunt)
    {
        Assert.AreEqual((int)Quality.OutOfRange, (int)Ina228Reading.Amperes(shunt, 2000, out _));
    }

    [DataRow(0)]
    [DataRow(-1)]
    public void Without_a_shunt_there_is_no_current(int microohm)
    {
        Assert.AreEqual((int)Quality.NotCalibrated, (int)Ina228Reading.Amperes(0x10000, microohm, out long milliamperes));
        Assert.AreEqual(0L, milliamperes);
    }

    [DataRow(0x0C80, 250, (int)Quality.Ok)]
    [DataRow(0xFFFF, 0, (int)Quality.Ok)]
    [DataRow(0xEC00, -400, (int)Quality.Ok)]
    [DataRow(0x4B00, 1500, (int)Quality.Ok)]
    [DataRow(0xEBF3, -401, (int)Quality.OutOfRange)]
    [DataRow(0x7FFF, 2560, (int)Quality.OutOfRange)]
    public void A_die_temperature_is_told_in_tenths(int word, int expected, int quality)
    {
        Assert.AreEqual(quality, (int)Ina228Reading.Celsius(word, out long tenths));
        Assert.AreEqual((long)expected, tenths);
    }

    [DataRow(0x0001, (int)Quality.Timeout)]
    [DataRow(0x8003, (int)Quality.Ok)]
    [DataRow(0x8002, (int)Quality.Checksum)]
    [DataRow(0x0000, (int)Quality.Checksum)]
    public void Flags_tell_whether_there_is_a_reading(int flags, int expected)
    {
        Assert.AreEqual(expected, (int)Ina228Reading.State(flags));
    }

    [DataRow(0x2280, true)]
    [DataRow(0x2281, true)]
    [DataRow(0x2380, false)]
    [DataRow(0xFFFF, false)]
    public void The_revision_does_not_matter(int id, bool expected)
    {
        Assert.AreEqual(expected, Ina228Reading.IsIna228(id));
    }

    [TestMethod]
    public void Any_word_is_a_value_within_the_ratings_or_a_quality()
    {
        Random random = new Random(228);
        for (int i = 0; i < 2000; i++)
        {
            int word = random.Next(0x1000000);
            if (Ina228Reading.Volts(word, out long millivolts) == Quality.Ok)
            {
                Assert.IsTrue(millivolts >= 0 && millivolts <= 85_000);
            }

            int counts = (word >> 4) >= 0x80000 ? (word >> 4) - 0x100000 : word >> 4;
            Ina228Reading.Amperes(word, 1, out long milliamperes);
            Assert.AreEqual(FixedPoint.Divide(counts * 3125L, 10), milliamperes);
        }
    }
}
