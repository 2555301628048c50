using Appliance.Core.Contract;
using Appliance.Core.Probing;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Contract;

[TestClass]
public class ProbeReportTests
{
    [TestMethod]
    public void It_goes_to_the_retained_topic_of_its_target()
    {
        ProbeReport report = new ProbeReport(new Topics("s", "d"), NewTarget());
        Assert.AreEqual("ixp/v1/s/d/probe/sw1", report.Topic);
        Assert.AreEqual("probe", report.Channel);
        Assert.AreEqual("sw1", report.Item);
        Assert.IsTrue(report.IsRetained);
    }

    [TestMethod]
    public void An_answer_is_told_in_milliseconds()
    {
        Target target = NewTarget();
        target.Answered(840);
        Assert.AreEqual("{\"up\":1,\"rtt_ms\":0.84,\"loss_pct\":0,\"jitter_ms\":0.00,\"state\":0}", Text(target));
        target.Answered(2440);
        Assert.AreEqual("{\"up\":1,\"rtt_ms\":2.44,\"loss_pct\":0,\"jitter_ms\":0.10,\"state\":0}", Text(target));
    }

    [TestMethod]
    public void Round_trip_and_jitter_are_unknown_while_nobody_answers()
    {
        Target target = NewTarget();
        target.Answered(840);
        target.Lost();
        Assert.AreEqual("{\"up\":1,\"loss_pct\":50,\"state\":1}", Text(target));
        target.Lost();
        target.Lost();
        Assert.AreEqual("{\"up\":0,\"loss_pct\":75,\"state\":3}", Text(target));
    }

    [TestMethod]
    public void A_round_trip_below_ten_microseconds_is_zero_and_not_missing()
    {
        Target target = NewTarget();
        target.Answered(9);
        Assert.AreEqual("{\"up\":1,\"rtt_ms\":0.00,\"loss_pct\":0,\"jitter_ms\":0.00,\"state\":0}", Text(target));
    }

    private static Target NewTarget() => new Target("sw1", "icmp", "192.0.2.2", 0, 10, 1000);

    private static string Text(Target target) => JsonText.Of(new ProbeReport(new Topics("s", "d"), target));
}
