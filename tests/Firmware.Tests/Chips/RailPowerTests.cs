using Appliance.Core.Chips;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Chips;

[TestClass]
public class RailPowerTests
{
    [TestMethod]
    public void Power_is_told_in_tenths_of_a_watt()
    {
        Assert.AreEqual(600L, RailPower.TenthsOfWatt(12_000, 5_000));
        Assert.AreEqual(-600L, RailPower.TenthsOfWatt(12_000, -5_000));
        Assert.AreEqual(1L, RailPower.TenthsOfWatt(1_000, 50));
        Assert.AreEqual(138_975_000L, RailPower.TenthsOfWatt(85_000, 163_500_000));
        Assert.AreEqual(0L, RailPower.TenthsOfWatt(1_000, 49));
    }
}
