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
        CollectionAssert.AreEqual(Encoding.UTF8.GetBytes("\"inlet_ok\":"), metric.OkToken);
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

    private static Metric NewMetric() => new Metric(Group.Climate, "inlet", "c", "\u00B0C", 2);
}
