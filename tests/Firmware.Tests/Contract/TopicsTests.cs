using Appliance.Core.Contract;
using Appliance.Core.Metrics;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Contract;

[TestClass]
public class TopicsTests
{
    [TestMethod]
    public void Every_topic_is_below_site_and_device()
    {
        Topics topics = new Topics("nbo1", "rack-a");
        Assert.AreEqual("ixp/v1/nbo1/rack-a/", topics.Root);
        Assert.AreEqual("ixp/v1/nbo1/rack-a/status", topics.Status);
        Assert.AreEqual("ixp/v1/nbo1/rack-a/meta", topics.Meta);
        Assert.AreEqual("ixp/v1/nbo1/rack-a/event", topics.Event);
        Assert.AreEqual("ixp/v1/nbo1/rack-a/result", topics.Result);
        Assert.AreEqual("ixp/v1/nbo1/rack-a/cmd/+", topics.CommandFilter);
        Assert.AreEqual("ixp/v1/nbo1/rack-a/probe/sw1", topics.Probe("sw1"));
        Assert.AreEqual("ixp/v1/nbo1/rack-a/alarm/inlet", topics.Alarm("inlet"));
        Assert.AreEqual("ixp/v1/nbo1/rack-a/backlog/climate", topics.Backlog("climate"));
    }

    [DataRow("ixp/v1/s/d/cmd/scan", "scan")]
    [DataRow("ixp/v1/s/d/cmd/self-test", "self-test")]
    [DataRow("ixp/v1/s/d/cmd/", null)]
    [DataRow("ixp/v1/s/d/cmd/a/b", null)]
    [DataRow("ixp/v1/s/d/cmd/SCAN", null)]
    [DataRow("ixp/v1/s/e/cmd/scan", null)]
    [DataRow("ixp/v1/s/d/climate", null)]
    public void A_command_names_its_verb(string topic, string verb)
    {
        Assert.AreEqual(verb, new Topics("s", "d").Verb(topic));
    }

    [DataRow((int)Group.Power, "ixp/v1/s/d/power")]
    [DataRow((int)Group.Climate, "ixp/v1/s/d/climate")]
    [DataRow((int)Group.Cooling, "ixp/v1/s/d/cooling")]
    [DataRow((int)Group.Security, "ixp/v1/s/d/security")]
    [DataRow((int)Group.Traffic, "ixp/v1/s/d/traffic")]
    [DataRow((int)Group.Health, "ixp/v1/s/d/health")]
    public void Each_group_has_its_topic(int group, string expected)
    {
        Assert.AreEqual(expected, new Topics("s", "d").Group((Group)group));
    }
}
