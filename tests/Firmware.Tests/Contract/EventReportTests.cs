using Appliance.Core.Contract;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Contract;

[TestClass]
public class EventReportTests
{
    private static readonly Topics Here = new Topics("s", "d");

    [TestMethod]
    public void It_goes_to_the_topic_of_events_and_is_not_retained()
    {
        EventReport report = new EventReport(Here, "target-down", "sw1");
        Assert.AreEqual("ixp/v1/s/d/event", report.Topic);
        Assert.AreEqual("event", report.Channel);
        Assert.IsFalse(report.IsRetained);
    }

    [TestMethod]
    public void It_names_what_happened_and_to_whom()
    {
        Assert.AreEqual("{\"event\":\"target-down\",\"item\":\"sw1\"}", JsonText.Of(new EventReport(Here, "target-down", "sw1")));
        Assert.AreEqual("{\"event\":\"mains-lost\"}", JsonText.Of(new EventReport(Here, "mains-lost", null)));
    }
}
