using Appliance.Core.Chips;
using Appliance.Core.Metrics;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Chips;

[TestClass]
public class Ads1115ReadingTests
{
    [DataRow(6144, 0)]
    [DataRow(4096, 1)]
    [DataRow(2048, 2)]
    [DataRow(1024, 3)]
    [DataRow(512, 4)]
    [DataRow(256, 5)]
    public void A_range_has_its_code(int millivolts, int expected)
    {
        Assert.IsTrue(Ads1115Reading.TryGain(millivolts, out int gain));
        Assert.AreEqual(expected, gain);
    }

    [DataRow(0)]
    [DataRow(-4096)]
    [DataRow(3300)]
    [DataRow(128)]
    [DataRow(8192)]
    public void Other_ranges_do_not_exist(int millivolts)
    {
        Assert.IsFalse(Ads1115Reading.TryGain(millivolts, out _));
    }

    [TestMethod]
    public void A_configuration_holds_input_range_mode_and_rate()
    {
        int steady = Ads1115Reading.Configuration(0, 2, Ads1115Reading.Steady) | Ads1115Reading.SingleShot;
        Assert.AreEqual(0x4583, steady);
        Assert.AreEqual(0xC583, steady | Ads1115Reading.Idle);
        Assert.AreEqual(0x72E3, Ads1115Reading.Configuration(3, 1, Ads1115Reading.Fast));
    }

    [DataRow(0x0000, 4096, 0)]
    [DataRow(0x0001, 6144, 188)]
    [DataRow(0x0001, 4096, 125)]
    [DataRow(0xFFFF, 2048, -63)]
    [DataRow(0x0004, 256, 31)]
    [DataRow(0x4000, 4096, 2048000)]
    [DataRow(0x7FFE, 2048, 2047875)]
    [DataRow(0x8001, 2048, -2047938)]
    public void Counts_are_told_in_microvolts(int word, int fullScale, int expected)
    {
        Assert.AreEqual((int)Quality.Ok, (int)Ads1115Reading.Decode(word, fullScale, out long microvolts));
        Assert.AreEqual((long)expected, microvolts);
    }

    [TestMethod]
    public void Ends_of_the_range_are_out_of_it()
    {
        Assert.AreEqual((int)Quality.OutOfRange, (int)Ads1115Reading.Decode(0x7FFF, 4096, out long top));
        Assert.AreEqual(4095875L, top);
        Assert.AreEqual((int)Quality.OutOfRange, (int)Ads1115Reading.Decode(0x8000, 4096, out long bottom));
        Assert.AreEqual(-4096000L, bottom);
    }
}
