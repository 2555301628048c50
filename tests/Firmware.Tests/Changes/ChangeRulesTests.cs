using Appliance.Core.Changes;
using Appliance.Core.Metrics;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Changes;

[TestClass]
public class ChangeRulesTests
{
    [DataRow("sensor", "inlet", "period", -1)]
    [DataRow("sensor", "inlet", "c_offset", 2)]
    [DataRow("sensor", "inlet", "c_gain", 6)]
    [DataRow("sensor", "inlet", "c_max_per_minute", 2)]
    [DataRow("alarm", "inlet_c", "high_warning", 2)]
    [DataRow("alarm", "as1_in_bps", "high_critical", 0)]
    [DataRow("alarm", "inlet_c", "change_15min", 2)]
    [DataRow("alarm", "inlet_c", "trip_s", -1)]
    [DataRow("alarm", "inlet_c", "inhibit", -1)]
    [DataRow("target", "switch1", "host", -1)]
    [DataRow("broker", "", "port", -1)]
    [DataRow("network", "", "dns", -1)]
    [DataRow("time", "", "server2", -1)]
    [DataRow("report", "", "period", -1)]
    public void What_may_be_changed(string entry, string name, string key, int decimals)
    {
        Assert.IsNull(Rules().Refusal(entry, name, key, out int found));
        Assert.AreEqual(decimals, found);
    }

    [DataRow("sensor", "inlet", "rom")]
    [DataRow("sensor", "inlet", "kind")]
    [DataRow("sensor", "inlet", "name")]
    [DataRow("sensor", "inlet", "c_offse")]
    [DataRow("sensor", "inlet", "w_offset")]
    [DataRow("sensor", "inlet", "c_high_warning")]
    [DataRow("alarm", "inlet_c", "high_warnin")]
    [DataRow("alarm", "inlet", "high_warning")]
    [DataRow("alarm", "inlet_c", "name")]
    [DataRow("sensor", "inlet", "")]
    [DataRow("sensor", "attic", "c_offset")]
    [DataRow("alarm", "attic_c", "high_warning")]
    [DataRow("target", "switch1", "name")]
    [DataRow("target", "switch1", "kind")]
    [DataRow("target", "switch1", "community")]
    [DataRow("broker", "", "password")]
    [DataRow("broker", "", "tls")]
    [DataRow("site", "", "device")]
    [DataRow("board", "", "led")]
    [DataRow("pin", "", "gpio")]
    [DataRow("port", "as1", "target")]
    [DataRow("snmp", "default", "community")]
    [DataRow("", "", "")]
    public void All_else_is_refused(string entry, string name, string key)
    {
        Assert.IsNotNull(Rules().Refusal(entry, name, key, out int _));
    }

    [DataRow("sensor", true, false)]
    [DataRow("target", true, false)]
    [DataRow("alarm", true, true)]
    [DataRow("report", false, true)]
    [DataRow("network", false, true)]
    public void Which_lines_have_names_and_which_may_be_added(string entry, bool isNamed, bool mayAdd)
    {
        Assert.AreEqual(isNamed, ChangeRules.IsNamed(entry));
        Assert.AreEqual(mayAdd, ChangeRules.MayAdd(entry));
    }

    private static ChangeRules Rules()
    {
        MetricBook book = new MetricBook();
        book.Add(new Metric(Group.Climate, "inlet", "c", "°C", 2));
        book.Add(new Metric(Group.Traffic, "as1", "in_bps", "bit/s", 0));
        return new ChangeRules(book);
    }
}
