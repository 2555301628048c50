using Appliance.Core.Conditions;
using Appliance.Core.Contract;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Contract;

[TestClass]
public class AlarmReportTests
{
    private static readonly Topics Here = new Topics("s", "d");

    [TestMethod]
    public void It_goes_to_the_retained_topic_of_its_sensor()
    {
        AlarmReport report = AlarmReport.Fault(Here, "inlet", "not-present", new Stamp(1795246961, 2000), null);
        Assert.AreEqual("ixp/v1/s/d/alarm/inlet", report.Topic);
        Assert.AreEqual("alarm", report.Channel);
        Assert.AreEqual("inlet", report.Item);
        Assert.IsTrue(report.IsRetained);
    }

    [TestMethod]
    public void A_lost_sensor_is_a_fault_with_its_reason_and_its_beginning()
    {
        Assert.AreEqual(
            "{\"severity\":4,\"state\":\"fault\",\"reason\":\"not-present\",\"since\":1795246961}",
            JsonText.Of(AlarmReport.Fault(Here, "inlet", "not-present", new Stamp(1795246961, 2000), null)));
    }

    [TestMethod]
    public void A_sensor_that_is_back_is_ok_and_has_no_reason()
    {
        Assert.AreEqual(
            "{\"severity\":0,\"state\":\"ok\",\"since\":1795246961}",
            JsonText.Of(AlarmReport.Ok(Here, "inlet", new Stamp(1795246961, 2000), null)));
    }

    [TestMethod]
    public void A_target_has_a_state_of_its_own_and_no_reason()
    {
        AlarmReport report = AlarmReport.Of(Here, "sw1", Severity.Critical, "down", new Stamp(1795246961, 2000), "sw1 does not answer");
        Assert.AreEqual("ixp/v1/s/d/alarm/sw1", report.Topic);
        Assert.AreEqual("{\"severity\":3,\"state\":\"down\",\"since\":1795246961,\"text\":\"sw1 does not answer\"}", JsonText.Of(report));
    }

    [TestMethod]
    public void Before_the_clock_is_set_its_beginning_is_in_seconds_since_the_start()
    {
        Assert.AreEqual(
            "{\"severity\":4,\"state\":\"fault\",\"reason\":\"checksum\",\"since_up_s\":2}",
            JsonText.Of(AlarmReport.Fault(Here, "inlet", "checksum", new Stamp(0, 2999), null)));
    }
}
