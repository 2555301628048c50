using Appliance.Core.Electrical;
using Appliance.Core.Metrics;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Electrical;

[TestClass]
public class VoltageDividerTests
{
    [DataRow(150000, 1650)]
    [DataRow(1200000, 13200)]
    [DataRow(2450000, 26950)]
    public void Tap_stands_for_the_supply(int microvolts, int millivolts)
    {
        Assert.AreEqual((int)Quality.Ok, (int)new VoltageDivider(100_000, 10_000).Decode(microvolts, out long read));
        Assert.AreEqual((long)millivolts, read);
    }

    [DataRow(-6144000)]
    [DataRow(0)]
    [DataRow(149999)]
    public void Tap_at_ground_is_a_cut_wire(int microvolts)
    {
        Assert.AreEqual((int)Quality.WireCut, (int)new VoltageDivider(100_000, 10_000).Decode(microvolts, out _));
    }

    [TestMethod]
    public void Resistors_may_be_missing_above_but_not_below()
    {
        Assert.AreEqual((int)Quality.Ok, (int)new VoltageDivider(0, 10_000).Decode(2_000_000, out long read));
        Assert.AreEqual(2_000L, read);
        Assert.AreEqual((int)Quality.NotCalibrated, (int)new VoltageDivider(100_000, 0).Decode(2_000_000, out _));
        Assert.AreEqual((int)Quality.NotCalibrated, (int)new VoltageDivider(-1, 10_000).Decode(2_000_000, out _));
    }

    [TestMethod]
    public void Largest_resistors_do_not_overflow()
    {
        Assert.AreEqual(
            (int)Quality.Ok, (int)new VoltageDivider(int.MaxValue, int.MaxValue).Decode(6_144_000, out long read));
        Assert.AreEqual(12_288L, read);
    }
}
