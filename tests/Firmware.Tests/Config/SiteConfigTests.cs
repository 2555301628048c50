using System.Text;
using Appliance.Core.Config;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Config;

[TestClass]
public class SiteConfigTests
{
    private const string Site = "site name=nbo1 device=rack-a\n";

    [TestMethod]
    public void A_good_file_is_sorted_by_what_its_lines_are()
    {
        SiteConfig config = SiteConfig.Parse(ConfigFile.Of(
            Site
            + "broker host=192.0.2.1 port=1883\n"
            + "pin gpio=4 function=33\n"
            + "pin gpio=5 function=34\n"
            + "sensor kind=ds18b20 name=inlet\n"
            + "target kind=icmp name=sw1 host=192.0.2.2\n"
            + "sensor kind=sht4x name=room\n"));
        Assert.AreEqual("nbo1", config.Site);
        Assert.AreEqual("rack-a", config.Device);
        Assert.AreEqual(1883, config.Single("broker").Number("port", 1, 65535));
        Assert.AreEqual(2, config.Pins.Count);
        Assert.AreEqual(2, config.Sensors.Count);
        Assert.AreEqual("room", ((ConfigEntry)config.Sensors[1]).Text("name"));
        Assert.AreEqual(1, config.Targets.Count);
        Assert.AreEqual("192.0.2.2", ((ConfigEntry)config.Targets[0]).Text("host"));
    }

    [TestMethod]
    public void A_keyword_that_is_not_there_is_an_empty_entry()
    {
        ConfigEntry time = SiteConfig.Parse(ConfigFile.Of(Site)).Single("time");
        Assert.AreEqual("time", time.Keyword);
        Assert.IsFalse(time.Has("server"));
        Assert.AreEqual("pool.ntp.org", time.Text("server", "pool.ntp.org"));
    }

    [TestMethod]
    public void The_hash_names_the_whole_file()
    {
        byte[] file = Encoding.UTF8.GetBytes("ixp-config 1\nsite name=nbo1 device=rack-a\nend crc=630303A6\n");
        Assert.AreEqual("a1ea4ea0", SiteConfig.Parse(file).Hash);
        Assert.AreNotEqual("a1ea4ea0", SiteConfig.Parse(ConfigFile.Of("site name=nbo1 device=rack-b\n")).Hash);
    }

    [DataRow("", "line 0: site needs 'name='")]
    [DataRow("site name=nbo1\n", "line 2: site needs 'device='")]
    [DataRow("site name=Nairobi device=rack-a\n", "line 2: 'Nairobi' is no topic level: 1 to 32 characters of a-z, 0-9, _ and -")]
    [DataRow("site name=nbo1 device=a/b\n", "line 2: 'a/b' is no topic level: 1 to 32 characters of a-z, 0-9, _ and -")]
    [DataRow("sitte name=nbo1\n", "line 2: unknown keyword 'sitte'")]
    [DataRow(" site name=nbo1\n", "line 2: 'site' is not name=value")]
    [DataRow("broker host=a\n\nbroker host=b\n", "line 4: a second 'broker'")]
    [DataRow("sensor kind=sht4x\n", "line 2: sensor needs 'name='")]
    [DataRow("target name=\n", "line 2: '' is no topic level: 1 to 32 characters of a-z, 0-9, _ and -")]
    [DataRow("target name=%23\n", "line 2: '#' is no topic level: 1 to 32 characters of a-z, 0-9, _ and -")]
    public void A_mistake_is_told_with_its_line(string lines, string expected)
    {
        Assert.AreEqual(expected, ConfigFile.SiteRefusal(ConfigFile.Of(lines)));
    }

    [TestMethod]
    public void The_refusal_holds_its_line_number()
    {
        int line = -1;
        try
        {
            SiteConfig.Parse(ConfigFile.Of(Site + "\nnonsense\n"));
        }
        catch (ConfigException refusal)
        {
            line = refusal.Line;
        }

        Assert.AreEqual(4, line);
    }

    [TestMethod]
    public void A_pin_needs_no_name()
    {
        Assert.IsNull(ConfigFile.SiteRefusal(ConfigFile.Of(Site + "pin gpio=4 function=33\n")));
    }
}
