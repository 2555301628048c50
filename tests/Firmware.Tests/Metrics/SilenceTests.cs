using Appliance.Core.Metrics;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Metrics;

[TestClass]
public class SilenceTests
{
    [TestMethod]
    public void Silence_without_supply_is_a_blackout()
    {
        Metric presence = Presence();
        presence.Set(0, 10);
        Assert.AreEqual((int)Quality.Blackout, (int)Silence.Of(presence));
    }

    [TestMethod]
    public void Silence_with_supply_is_a_failure()
    {
        Metric presence = Presence();
        presence.Set(1, 10);
        Assert.AreEqual((int)Quality.Timeout, (int)Silence.Of(presence));
    }

    [TestMethod]
    public void Nobody_who_knows_makes_no_blackout()
    {
        Metric presence = Presence();
        Assert.AreEqual((int)Quality.Timeout, (int)Silence.Of(null));
        Assert.AreEqual((int)Quality.Timeout, (int)Silence.Of(presence));
        presence.Set(0, 10);
        presence.Fail(Quality.WireCut, 20);
        Assert.AreEqual((int)Quality.Timeout, (int)Silence.Of(presence));
    }

    private static Metric Presence() => new Metric(Group.Power, "mains", "present", "", 0);
}
