using Appliance.Core.Scheduling;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Scheduling;

[TestClass]
public class HeartbeatTests
{
    [TestMethod]
    public void Silence_up_to_the_limit_is_life()
    {
        Heartbeat heartbeat = new Heartbeat("sampler", 5000);
        heartbeat.Beat(1000);
        Assert.AreEqual("sampler", heartbeat.Name);
        Assert.AreEqual(1000L, heartbeat.LastBeat);
        Assert.IsFalse(heartbeat.IsStuck(6000));
        Assert.IsTrue(heartbeat.IsStuck(6001));
    }

    [TestMethod]
    public void A_beat_revives_what_was_stuck()
    {
        Heartbeat heartbeat = new Heartbeat("uplink", 5000);
        Assert.IsTrue(heartbeat.IsStuck(5001));
        heartbeat.Beat(5001);
        Assert.IsFalse(heartbeat.IsStuck(5001));
    }

    [TestMethod]
    public void A_failed_step_counts_and_is_a_sign_of_life()
    {
        Heartbeat heartbeat = new Heartbeat("prober", 5000);
        heartbeat.Beat(0);
        heartbeat.Fail(9000);
        heartbeat.Fail(9001);
        Assert.AreEqual(2, heartbeat.Failures);
        Assert.AreEqual(2, heartbeat.FailuresInRow);
        Assert.IsFalse(heartbeat.IsStuck(14001));
    }

    [TestMethod]
    public void A_step_that_succeeds_ends_the_row_of_failures()
    {
        Heartbeat heartbeat = new Heartbeat("prober", 5000);
        heartbeat.Fail(1);
        heartbeat.Beat(2);
        Assert.AreEqual(0, heartbeat.FailuresInRow);
        heartbeat.Fail(3);
        Assert.AreEqual(1, heartbeat.FailuresInRow);
        Assert.AreEqual(2, heartbeat.Failures);
    }

    [TestMethod]
    public void Uptime_past_what_an_int_of_milliseconds_holds_is_fine()
    {
        Heartbeat heartbeat = new Heartbeat("sampler", 5000);
        long day90 = 90L * 24 * 3600 * 1000;
        heartbeat.Beat(day90);
        Assert.IsFalse(heartbeat.IsStuck(day90 + 5000));
        Assert.IsTrue(heartbeat.IsStuck(day90 + 5001));
    }
}
