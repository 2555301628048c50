using Appliance.Core.Contract;
using Appliance.Core.Metrics;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Contract;

[TestClass]
public class GroupReportTests
{
    [TestMethod]
    public void Readings_are_flat_numbers_in_their_order()
    {
        Metric inlet = Celsius("inlet");
        Metric exhaust = Celsius("exhaust");
        GroupReport report = Report(inlet, exhaust);
        inlet.Set(234, 1);
        exhaust.Set(-5, 1);
        Assert.AreEqual("{\"inlet_c\":23.4,\"exhaust_c\":-0.5}", JsonText.Of(report));
    }

    [TestMethod]
    public void It_goes_to_the_retained_topic_of_its_group()
    {
        GroupReport report = Report();
        Assert.AreEqual("ixp/v1/s/d/climate", report.Topic);
        Assert.AreEqual("climate", report.Channel);
        Assert.IsNull(report.Item);
        Assert.IsTrue(report.IsRetained);
        Assert.AreEqual("{}", JsonText.Of(report));
    }

    [TestMethod]
    public void A_missing_reading_is_left_out_and_said_so()
    {
        Metric inlet = Celsius("inlet");
        Metric exhaust = Celsius("exhaust");
        GroupReport report = Report(inlet, exhaust);
        inlet.Set(234, 1);
        exhaust.Set(310, 1);
        inlet.Fail(Quality.Checksum, 2);
        Assert.AreEqual("{\"inlet_ok\":0,\"exhaust_c\":31.0}", JsonText.Of(report));
    }

    [TestMethod]
    public void A_sensor_that_comes_back_is_told_as_ok_from_then_on()
    {
        Metric inlet = Celsius("inlet");
        GroupReport report = Report(inlet);
        inlet.Fail(Quality.NotPresent, 1);
        Assert.AreEqual("{\"inlet_ok\":0}", JsonText.Of(report));
        inlet.Set(234, 2);
        Assert.AreEqual("{\"inlet_c\":23.4,\"inlet_ok\":1}", JsonText.Of(report));
        inlet.Set(235, 3);
        Assert.AreEqual("{\"inlet_c\":23.5,\"inlet_ok\":1}", JsonText.Of(report));
    }

    [TestMethod]
    public void A_loss_that_no_report_told_is_not_told_afterwards()
    {
        Metric inlet = Celsius("inlet");
        GroupReport report = Report(inlet);
        inlet.Fail(Quality.NotPresent, 1);
        inlet.Set(234, 2);
        Assert.AreEqual("{\"inlet_c\":23.4}", JsonText.Of(report));
    }

    [TestMethod]
    public void A_sensor_that_was_told_as_missing_before_its_first_reading_comes_back_too()
    {
        Metric inlet = Celsius("inlet");
        GroupReport report = Report(inlet);
        Assert.AreEqual("{\"inlet_ok\":0}", JsonText.Of(report));
        inlet.Set(234, 1);
        Assert.AreEqual("{\"inlet_c\":23.4,\"inlet_ok\":1}", JsonText.Of(report));
        Assert.AreEqual("{\"inlet_c\":23.4,\"inlet_ok\":1}", JsonText.Of(report));
    }

    [TestMethod]
    public void Metrics_of_one_name_share_their_quality()
    {
        Metric temperature = Celsius("room");
        Metric humidity = new Metric(Group.Climate, "room", "pct", "%", 1);
        Metric inlet = Celsius("inlet");
        GroupReport report = Report(temperature, inlet, humidity);
        temperature.Set(215, 1);
        inlet.Set(234, 1);
        humidity.Set(480, 1);
        Assert.AreEqual("{\"room_c\":21.5,\"inlet_c\":23.4,\"room_pct\":48.0}", JsonText.Of(report));

        humidity.Fail(Quality.OutOfRange, 2);
        Assert.AreEqual("{\"room_c\":21.5,\"room_ok\":0,\"inlet_c\":23.4}", JsonText.Of(report));

        humidity.Set(481, 3);
        Assert.AreEqual("{\"room_c\":21.5,\"room_ok\":1,\"inlet_c\":23.4,\"room_pct\":48.1}", JsonText.Of(report));
    }

    [TestMethod]
    public void The_quality_of_a_name_is_told_even_if_its_first_metric_is_fine()
    {
        Metric volts = new Metric(Group.Climate, "ups", "v", "V", 2);
        Metric amps = new Metric(Group.Climate, "ups", "a", "A", 3);
        GroupReport report = Report(volts, amps);
        volts.Set(5400, 1);
        Assert.AreEqual("{\"ups_v\":54.00,\"ups_ok\":0}", JsonText.Of(report));
    }

    private static Metric Celsius(string name) => new Metric(Group.Climate, name, "c", "\u00B0C", 1);

    private static GroupReport Report(params Metric[] metrics) => new GroupReport(new Topics("s", "d"), Group.Climate, metrics);
}
