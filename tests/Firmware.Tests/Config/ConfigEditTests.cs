using System.Text;
using Appliance.Core.Config;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Config;

[TestClass]
public class ConfigEditTests
{
    private const string Lines = "report period=60\nsensor kind=ds18b20 name=inlet period=5\nsensor kind=ds18b20 name=out%20let period=5\n";

    [TestMethod]
    public void One_value_of_one_line_is_another()
    {
        AssertEdited(
            "report period=60\nsensor kind=ds18b20 name=inlet period=30\nsensor kind=ds18b20 name=out%20let period=5\n",
            "sensor", "inlet", "period", "30", "5");
    }

    [TestMethod]
    public void A_value_that_was_not_there_stands_last()
    {
        AssertEdited(
            "report period=60\nsensor kind=ds18b20 name=inlet period=5\nsensor kind=ds18b20 name=out%20let period=5 c_offset=-3%25\n",
            "sensor", "out let", "c_offset", "-3%", "");
    }

    [TestMethod]
    public void An_empty_value_takes_it_away()
    {
        AssertEdited(
            "report period=60\nsensor kind=ds18b20 name=inlet\nsensor kind=ds18b20 name=out%20let period=5\n", "sensor", "inlet", "period", "", "5");
    }

    [TestMethod]
    public void The_only_line_needs_no_name_and_is_added_if_it_is_not_there()
    {
        AssertEdited(
            "report period=7\nsensor kind=ds18b20 name=inlet period=5\nsensor kind=ds18b20 name=out%20let period=5\n", "report", "", "period", "7", "60");
        AssertEdited(Lines + "time utc_offset_min=60\n", "time", "", "utc_offset_min", "60", "");
    }

    [TestMethod]
    public void A_metric_gets_its_first_limit()
    {
        AssertEdited(Lines + "alarm name=inlet_c high_warning=2700\n", "alarm", "inlet_c", "high_warning", "2700", "");
    }

    [TestMethod]
    public void A_line_that_is_not_there_is_named()
    {
        ConfigException refusal = null;
        try
        {
            ConfigEdit.With(ConfigFile.Of(Lines), "sensor", "attic", "period", "5", false, out string _);
        }
        catch (ConfigException e)
        {
            refusal = e;
        }

        Assert.IsNotNull(refusal);
        Assert.Contains("sensor 'attic'", refusal.Message);
    }

    [TestMethod]
    public void A_damaged_file_is_refused()
    {
        byte[] file = ConfigFile.Of(Lines);
        file[20] ^= 1;
        Assert.ThrowsException(typeof(ConfigException), () => ConfigEdit.With(file, "report", "", "period", "7", true, out string _));
        Assert.ThrowsException(typeof(ConfigException), () => ConfigEdit.With(new byte[0], "report", "", "period", "7", true, out string _));
    }

    private static void AssertEdited(string expected, string keyword, string name, string key, string value, string before)
    {
        byte[] edited = ConfigEdit.With(ConfigFile.Of(Lines), keyword, name, key, value, true, out string was);
        byte[] wanted = ConfigFile.Of(expected);
        Assert.AreEqual(Encoding.UTF8.GetString(wanted, 0, wanted.Length), Encoding.UTF8.GetString(edited, 0, edited.Length));
        Assert.AreEqual(before, was);
    }
}
