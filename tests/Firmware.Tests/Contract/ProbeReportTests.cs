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
        Is("\"up\":1,\"rtt_ms\":0.84,\"rtt_min_ms\":0.84,\"rtt_avg_ms\":0.84,\"rtt_max_ms\":0.84,\"loss_pct\":0,\"jitter_ms\":0.00,\"state\":0", target);
        target.Answered(2440);
        Is("\"up\":1,\"rtt_ms\":2.44,\"rtt_min_ms\":0.84,\"rtt_avg_ms\":1.64,\"rtt_max_ms\":2.44,\"loss_pct\":0,\"jitter_ms\":0.10,\"state\":0", target);
    }

    [TestMethod]
    public void Round_trip_and_jitter_are_unknown_while_nobody_answers_and_the_cause_is_told()
    {
        Target target = NewTarget();
        target.Answered(840);
        target.Lost(CheckOutcome.NoAnswer);
        Is("\"up\":1,\"rtt_min_ms\":0.84,\"rtt_avg_ms\":0.84,\"rtt_max_ms\":0.84,\"loss_pct\":50,\"state\":1,\"cause\":1", target);
        target.Lost(CheckOutcome.NoAnswer);
        target.Lost(CheckOutcome.Unreachable);
        Is("\"up\":0,\"rtt_min_ms\":0.84,\"rtt_avg_ms\":0.84,\"rtt_max_ms\":0.84,\"loss_pct\":75,\"state\":3,\"cause\":3", target);
        target.Answered(1240);
        Is("\"up\":1,\"rtt_ms\":1.24,\"rtt_min_ms\":0.84,\"rtt_avg_ms\":1.04,\"rtt_max_ms\":1.24,\"loss_pct\":60,\"jitter_ms\":0.02,\"state\":0", target);
    }

    [TestMethod]
    public void After_twenty_checks_without_an_answer_no_round_trip_is_known()
    {
        Target target = NewTarget();
        target.Answered(840);
        for (int i = 0; i < RoundTripStatistics.Window; i++)
        {
            target.Lost(CheckOutcome.WrongAnswer);
        }

        Is("\"up\":0,\"loss_pct\":100,\"state\":3,\"cause\":5", target);
    }

    [TestMethod]
    public void A_round_trip_below_ten_microseconds_is_zero_and_not_missing()
    {
        Target target = NewTarget();
        target.Answered(9);
        Is("\"up\":1,\"rtt_ms\":0.00,\"rtt_min_ms\":0.00,\"rtt_avg_ms\":0.00,\"rtt_max_ms\":0.00,\"loss_pct\":0,\"jitter_ms\":0.00,\"state\":0", target);
    }

    private static Target NewTarget() => new Target("sw1", TargetKind.Icmp, "192.0.2.2", 0, 10, 1000, StateLimits.Default());

    private static void Is(string fields, Target target) =>
        Assert.AreEqual("{" + fields + "}", JsonText.Of(new ProbeReport(new Topics("s", "d"), target)));
}
