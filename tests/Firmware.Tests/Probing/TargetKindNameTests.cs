using Appliance.Core.Probing;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Probing;

[TestClass]
public class TargetKindNameTests
{
    [DataRow("icmp", (int)TargetKind.Icmp)]
    [DataRow("tcp", (int)TargetKind.Tcp)]
    [DataRow("bgp", (int)TargetKind.Bgp)]
    [DataRow("http", (int)TargetKind.Http)]
    [DataRow("dns", (int)TargetKind.Dns)]
    [DataRow("snmp", (int)TargetKind.Snmp)]
    public void Each_kind_has_its_name(string name, int kind)
    {
        Assert.AreEqual(name, TargetKindName.Of((TargetKind)kind));
        Assert.IsTrue(TargetKindName.TryParse(name, out TargetKind parsed));
        Assert.AreEqual(kind, (int)parsed);
    }

    [DataRow("")]
    [DataRow("ICMP")]
    [DataRow("ping")]
    public void Other_names_are_none(string name) => Assert.IsFalse(TargetKindName.TryParse(name, out _));
}
