using Appliance.Core.Config;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Config;

[TestClass]
public class ConfigEntryTests
{
    [TestMethod]
    public void A_missing_value_is_named_or_falls_back()
    {
        ConfigEntry entry = Entry("host", "192.0.2.2");
        Assert.IsTrue(entry.Has("host"));
        Assert.IsFalse(entry.Has("port"));
        Assert.AreEqual("192.0.2.2", entry.Text("host", "x"));
        Assert.AreEqual("x", entry.Text("name", "x"));
        Assert.AreEqual(443, entry.Number("port", 1, 65535, 443));
        Assert.AreEqual(-1L, entry.Long("high", -1));
        Assert.ThrowsException(typeof(ConfigException), () => entry.Text("name"));
        Assert.ThrowsException(typeof(ConfigException), () => entry.Number("port", 1, 65535));
    }

    [DataRow("1", 1)]
    [DataRow("65535", 65535)]
    [DataRow("443", 443)]
    public void A_number_within_its_range_is_taken(string text, int expected)
    {
        Assert.AreEqual(expected, Entry("port", text).Number("port", 1, 65535));
        Assert.AreEqual(expected, Entry("port", text).Number("port", 1, 65535, 7));
    }

    [DataRow("0")]
    [DataRow("65536")]
    [DataRow("-1")]
    [DataRow("")]
    [DataRow("1.5")]
    [DataRow("x")]
    [DataRow("0x10")]
    [DataRow("99999999999")]
    public void A_number_out_of_its_range_is_refused_with_the_range(string text)
    {
        string message = null;
        try
        {
            Entry("port", text).Number("port", 1, 65535);
        }
        catch (ConfigException refusal)
        {
            message = refusal.Message;
            Assert.AreEqual(9, refusal.Line);
        }

        Assert.AreEqual("line 9: 'port=" + text + "' is no whole number from 1 to 65535", message);
    }

    [TestMethod]
    public void A_wrong_number_does_not_fall_back()
    {
        Assert.ThrowsException(typeof(ConfigException), () => Entry("port", "x").Number("port", 1, 2, 1));
        Assert.ThrowsException(typeof(ConfigException), () => Entry("high", "x").Long("high", 1));
    }

    [TestMethod]
    public void A_long_may_be_any()
    {
        Assert.AreEqual(long.MaxValue, Entry("high", "9223372036854775807").Long("high", 0));
        Assert.AreEqual(-3500L, Entry("high", "-3500").Long("high", 0));
    }

    [TestMethod]
    public void A_name_may_stand_once()
    {
        ConfigEntry entry = Entry("host", "a");
        Assert.ThrowsException(typeof(ConfigException), () => entry.Add("host", "b"));
        Assert.AreEqual("a", entry.Text("host"));
    }

    private static ConfigEntry Entry(string name, string value)
    {
        ConfigEntry entry = new ConfigEntry("target", 9);
        entry.Add(name, value);
        return entry;
    }
}
