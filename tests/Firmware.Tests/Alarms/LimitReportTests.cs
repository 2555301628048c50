using Appliance.Core.Alarms;
using Appliance.Core.Conditions;
using Appliance.Core.Contract;
using Appliance.Core.Metrics;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Alarms;

[TestClass]
public class LimitReportTests
{
    private static readonly Topics Here = new Topics("s", "d");

    [TestMethod]
    public void It_carries_value_limit_beginning_and_a_sentence()
    {
        Metric inlet = Inlet(out LimitWatch watch);
        inlet.Set(3620, 10_000);
        Assert.IsTrue(watch.Step(10_000));
        Assert.AreEqual("ixp/v1/s/d/alarm/inlet_c", watch.Report(Here, At(12)).Topic);
        Assert.AreEqual(
            "{\"severity\":3,\"state\":\"critical\",\"value\":36.20,\"limit\":35.00,\"since\":1795246010,"
            + "\"text\":\"inlet is too hot: 36.2 \u00B0C, limit 35 \u00B0C\"}",
            JsonText.Of(watch.Report(Here, At(12))));

        inlet.Set(2700, 20_000);
        Assert.IsTrue(watch.Step(20_000));
        Assert.AreEqual(
            "{\"severity\":0,\"state\":\"ok\",\"value\":27.00,\"since\":1795246020,\"text\":\"inlet is well again: 27 \u00B0C\"}",
            JsonText.Of(watch.Report(Here, At(20))));
    }

    [TestMethod]
    public void A_reading_that_is_missing_is_not_told()
    {
        Metric inlet = Inlet(out LimitWatch watch);
        inlet.Set(1000, 10_000);
        Assert.IsTrue(watch.Step(10_000));
        inlet.Fail(Quality.Checksum, 11_000);
        Assert.IsFalse(watch.Step(60_000));
        Assert.AreEqual(
            "{\"severity\":2,\"state\":\"warning\",\"limit\":18.00,\"since\":1795246010,\"text\":\"inlet is too cold: 10 \u00B0C, limit 18 \u00B0C\"}",
            JsonText.Of(watch.Report(Here, At(60))));
    }

    [TestMethod]
    public void A_latched_one_stands_until_it_is_acknowledged()
    {
        Metric inlet = Inlet(out LimitWatch watch);
        inlet.Limits.IsLatched = true;
        Assert.IsFalse(watch.Acknowledge(0));
        inlet.Set(3600, 10_000);
        watch.Step(10_000);
        inlet.Set(2000, 20_000);
        Assert.IsTrue(watch.Step(20_000));
        Assert.AreEqual((int)Severity.Critical, (int)watch.Severity);
        Assert.IsTrue(JsonText.Of(watch.Report(Here, At(20))).StartsWith("{\"severity\":3,\"state\":\"latched\",\"value\":20.00,\"since\""));
        Assert.IsTrue(watch.Acknowledge(30_000));
        Assert.IsFalse(watch.IsRaised);
        Assert.IsFalse(watch.Acknowledge(31_000));
    }

    [TestMethod]
    public void One_that_was_acknowledged_in_time_ends_with_its_cause()
    {
        Metric inlet = Inlet(out LimitWatch watch);
        inlet.Limits.IsLatched = true;
        inlet.Set(2800, 10_000);
        watch.Step(10_000);
        Assert.IsTrue(watch.Acknowledge(11_000));
        Assert.IsTrue(JsonText.Of(watch.Report(Here, At(11))).IndexOf("\"acknowledged\":1") > 0);

        // What becomes worse has to be acknowledged anew.
        inlet.Set(3600, 12_000);
        watch.Step(12_000);
        inlet.Set(2000, 13_000);
        watch.Step(13_000);
        Assert.IsTrue(watch.IsLatched);
    }

    [TestMethod]
    public void One_that_an_earlier_session_left_is_latched_again()
    {
        Metric inlet = Inlet(out LimitWatch watch);
        inlet.Limits.IsLatched = true;
        watch.Latch();
        inlet.Set(2000, 1000);
        Assert.IsFalse(watch.Step(1000));
        Assert.IsTrue(watch.IsLatched);
        Assert.AreEqual((int)Severity.Critical, (int)watch.Severity);
        Assert.IsFalse(watch.IsSeenWell());
    }

    [TestMethod]
    public void Another_alarm_can_inhibit_it()
    {
        Metric fan = new Metric(Group.Cooling, "fan1", "rpm", "rpm", 0) { Limits = new Limits { LowCritical = 1 } };
        OwnWatch cause = new OwnWatch("cause", "", 0) { IsSo = true };
        cause.Step(0);
        LimitWatch watch = new LimitWatch(fan, null, cause);
        fan.Set(0, 1000);
        Assert.IsFalse(watch.Step(1000));
        cause.IsSo = false;
        cause.Step(2000);
        Assert.IsTrue(watch.Step(2000));
        Assert.AreEqual((int)Subsystem.Cooling, (int)watch.Subsystem);
    }

    [DataRow("door", "open", 0, 1, "door is open")]
    [DataRow("under_floor", "wet", 0, 1, "under floor is wet")]
    [DataRow("grid", "present", 1, 0, "grid is off")]
    [DataRow("battery", "v", 5, 4, "battery has too little voltage: 4, limit 5")]
    [DataRow("load", "x", 5, 4, "load is too low: 4, limit 5")]
    public void The_sentence_fits_the_quantity(string name, string suffix, int limit, int value, string expected)
    {
        Metric metric = new Metric(Group.Power, name, suffix, "", 0);
        metric.Set(value, 0);
        Assert.AreEqual(expected, AlarmText.Beyond(metric, limit, value < limit));
    }

    [TestMethod]
    public void A_fast_change_is_a_warning_of_its_own()
    {
        Metric inlet = Inlet(out LimitWatch _);
        inlet.Limits = new Limits { Change = 500 };
        LimitWatch watch = new LimitWatch(inlet, null, null);
        inlet.Set(2000, 0);
        watch.Step(0);
        inlet.Set(2501, 60_000);
        Assert.IsTrue(watch.Step(60_000));
        Assert.AreEqual("inlet changes too fast: more than 5 \u00B0C in 15 minutes, now 25.01 \u00B0C", AlarmText.Changing(inlet, 500));
        Assert.IsFalse(watch.Step(15 * 60_000));
        Assert.IsTrue(watch.Step((15 * 60_000) + 1));
        Assert.IsFalse(watch.IsRaised);
    }

    private static Stamp At(int second) => new Stamp(1795246000 + second, second * 1000);

    private static Metric Inlet(out LimitWatch watch)
    {
        Metric inlet = new Metric(Group.Climate, "inlet", "c", "\u00B0C", 2) { PeriodSeconds = 1 };
        inlet.Limits = new Limits { LowWarning = 1800, HighWarning = 2700, HighCritical = 3500 };
        watch = new LimitWatch(inlet, null, null);
        return inlet;
    }
}
