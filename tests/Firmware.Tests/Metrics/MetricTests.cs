using System.Text;
using Appliance.Core.Metrics;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Metrics;

[TestClass]
public class MetricTests
{
    [TestMethod]
    public void A_new_metric_waits_for_its_first_reading()
    {
        Metric metric = NewMetric();
        Assert.AreEqual((int)Quality.Pending, (int)metric.Quality);
        Assert.IsFalse(metric.IsOk);
        Assert.IsNull(metric.Limits);
    }

    [TestMethod]
    public void Its_keys_are_made_of_name_and_suffix()
    {
        Metric metric = NewMetric();
        Assert.AreEqual("inlet_c", metric.Key);
        CollectionAssert.AreEqual(Encoding.UTF8.GetBytes("\"inlet_c\":"), metric.KeyToken);
    }

    [TestMethod]
    public void A_reading_is_kept_with_its_time()
    {
        Metric metric = NewMetric();
        metric.Set(2150, 5000);
        Assert.AreEqual(2150L, metric.Value);
        Assert.AreEqual(5000L, metric.Time);
        Assert.IsTrue(metric.IsOk);
    }

    [TestMethod]
    public void A_failure_holds_the_last_value_until_the_next_reading()
    {
        Metric metric = NewMetric();
        metric.Set(2150, 5000);
        metric.Fail(Quality.Checksum, 6000);
        Assert.AreEqual(2150L, metric.Value);
        Assert.AreEqual(6000L, metric.Time);
        Assert.AreEqual((int)Quality.Checksum, (int)metric.Quality);
        Assert.IsFalse(metric.IsOk);

        metric.Set(2160, 7000);
        Assert.IsTrue(metric.IsOk);
    }

    [TestMethod]
    public void A_reading_is_calibrated_before_it_is_judged()
    {
        Metric metric = NewMetric();
        metric.Calibration = new Calibration(-50, 1_000_000);
        metric.Plausibility = new Plausibility(500, 10);
        metric.Set(2150, 5000);
        Assert.AreEqual(2100L, metric.Value);
        metric.Put(Quality.Ok, 2160, 6000);
        Assert.AreEqual(2110L, metric.Value);
    }

    [TestMethod]
    public void A_jump_is_held_back_and_told_when_it_stays()
    {
        Metric metric = NewMetric();
        metric.Plausibility = new Plausibility(500, 10);
        metric.Set(2000, 0);
        metric.Set(8500, 1000);
        Assert.AreEqual((int)Quality.Implausible, (int)metric.Quality);
        Assert.AreEqual(2000L, metric.Value);
        metric.Fail(Quality.Checksum, 2000);
        metric.Set(8500, 3000);
        Assert.IsTrue(metric.IsOk);
        Assert.AreEqual(8500L, metric.Value);
    }

    [TestMethod]
    public void A_reading_that_calibration_cannot_hold_is_out_of_range()
    {
        Metric metric = NewMetric();
        metric.Calibration = new Calibration(0, 2_000_000);
        metric.Set(long.MaxValue, 0);
        Assert.AreEqual((int)Quality.OutOfRange, (int)metric.Quality);
    }

    [DataRow(0, 10_000)]
    [DataRow(1, 10_000)]
    [DataRow(3, 10_000)]
    [DataRow(5, 15_000)]
    [DataRow(60, 180_000)]
    [DataRow(3600, 10_800_000)]
    public void Its_patience_is_three_periods_and_at_least_ten_seconds(int periodSeconds, int expectedMs)
    {
        Metric metric = NewMetric();
        metric.PeriodSeconds = periodSeconds;
        Assert.AreEqual((long)expectedMs, metric.PatienceMs);
    }

    [TestMethod]
    public void What_nobody_writes_becomes_stale()
    {
        Metric metric = NewMetric();
        metric.PeriodSeconds = 5;
        metric.Set(2150, 5000);
        metric.Expire(20_000);
        Assert.IsTrue(metric.IsOk);
        metric.Expire(20_001);
        Assert.AreEqual((int)Quality.Stale, (int)metric.Quality);
        metric.Set(2150, 21_000);
        Assert.IsTrue(metric.IsOk);
    }

    [TestMethod]
    public void A_first_reading_that_never_comes_is_stale_too()
    {
        Metric metric = NewMetric();
        metric.PeriodSeconds = 1;
        metric.Expire(10_000);
        Assert.AreEqual((int)Quality.Pending, (int)metric.Quality);
        metric.Expire(10_001);
        Assert.AreEqual((int)Quality.Stale, (int)metric.Quality);
    }

    [TestMethod]
    public void What_is_lost_keeps_its_reason()
    {
        Metric metric = NewMetric();
        metric.PeriodSeconds = 1;
        metric.Fail(Quality.NotPresent, 0);
        metric.Expire(60_000);
        Assert.AreEqual((int)Quality.NotPresent, (int)metric.Quality);
        metric.Fail(Quality.Blackout, 60_000);
        metric.Expire(120_000);
        Assert.AreEqual((int)Quality.Stale, (int)metric.Quality);
    }

    [TestMethod]
    public void Without_a_period_it_never_becomes_stale()
    {
        Metric metric = NewMetric();
        metric.Set(1, 0);
        metric.Expire(long.MaxValue);
        Assert.IsTrue(metric.IsOk);
    }

    [TestMethod]
    public void Failures_count_from_the_first_of_them()
    {
        Metric metric = NewMetric();
        Assert.AreEqual(Metric.Never, metric.LostSince);
        metric.Fail(Quality.NotPresent, 1000);
        metric.Fail(Quality.Checksum, 2000);
        Assert.AreEqual(1000L, metric.LostSince);
        metric.Fail(Quality.Blackout, 3000);
        Assert.AreEqual(Metric.Never, metric.LostSince);
        metric.Fail(Quality.Timeout, 4000);
        Assert.AreEqual(4000L, metric.LostSince);
        metric.Set(1, 5000);
        Assert.AreEqual(Metric.Never, metric.LostSince);
    }

    private static Metric NewMetric() => new Metric(Group.Climate, "inlet", "c", "\u00B0C", 2);
}
