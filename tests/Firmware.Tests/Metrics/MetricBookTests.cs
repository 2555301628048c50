using Appliance.Core.Metrics;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Metrics;

[TestClass]
public class MetricBookTests
{
    [TestMethod]
    public void It_keeps_the_order_in_which_metrics_came()
    {
        MetricBook book = new MetricBook();
        Metric first = book.Add(NewMetric(Group.Power, "mains"));
        Metric second = book.Add(NewMetric(Group.Climate, "inlet"));
        Assert.AreEqual(2, book.Count);
        Assert.AreSame(first, book[0]);
        Assert.AreSame(second, book[1]);
    }

    [TestMethod]
    public void A_metric_is_found_by_its_key()
    {
        MetricBook book = new MetricBook();
        Metric inlet = book.Add(NewMetric(Group.Climate, "inlet"));
        Assert.AreSame(inlet, book.Find("inlet_c"));
        Assert.IsNull(book.Find("inlet"));
        Assert.IsNull(new MetricBook().Find("inlet_c"));
    }

    [TestMethod]
    public void A_group_has_its_own_metrics_in_order()
    {
        MetricBook book = new MetricBook();
        Metric a = book.Add(NewMetric(Group.Climate, "a"));
        book.Add(NewMetric(Group.Power, "b"));
        Metric c = book.Add(NewMetric(Group.Climate, "c"));
        Metric[] climate = book.Of(Group.Climate);
        Assert.AreEqual(2, climate.Length);
        Assert.AreSame(a, climate[0]);
        Assert.AreSame(c, climate[1]);
        Assert.AreEqual(0, book.Of(Group.Security).Length);
    }

    private static Metric NewMetric(Group group, string name) => new Metric(group, name, "c", "\u00B0C", 1);
}
