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
        Assert.AreEqual("ixp/v1/nbo1/rack-a/probe/sw1", topics.Probe("sw1"));
        Assert.AreEqual("ixp/v1/nbo1/rack-a/alarm/inlet", topics.Alarm("inlet"));
        Assert.AreEqual("ixp/v1/nbo1/rack-a/backlog/climate", topics.Backlog("climate"));
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
