using Appliance.Core.Metrics;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Metrics;

[TestClass]
public class LimitsTests
{
    [TestMethod]
    public void New_limits_are_empty()
    {
        Assert.IsTrue(new Limits().IsEmpty);
    }

    [TestMethod]
    public void Any_one_limit_fills_them()
    {
        Assert.IsFalse(new Limits { LowCritical = 0 }.IsEmpty);
        Assert.IsFalse(new Limits { LowWarning = 0 }.IsEmpty);
        Assert.IsFalse(new Limits { HighWarning = 0 }.IsEmpty);
        Assert.IsFalse(new Limits { HighCritical = 0 }.IsEmpty);
    }
}
