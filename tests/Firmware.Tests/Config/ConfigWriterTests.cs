using System.Collections;
using System.Text;
using Appliance.Core.Config;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Config;

[TestClass]
public class ConfigWriterTests
{
    [TestMethod]
    public void What_is_written_is_read()
    {
        ConfigWriter writer = new ConfigWriter();
        writer.Line("counter");
        writer.Value("name", "fan1");
        writer.Value("value", "-17");
        writer.Line("adopt");
        writer.Value("why", "50 % = \"half\" – ja\n");
        ArrayList entries = ConfigReader.Read(writer.ToArray());
        Assert.AreEqual(2, entries.Count);
        Assert.AreEqual("fan1", ((ConfigEntry)entries[0]).Text("name"));
        Assert.AreEqual(-17L, ((ConfigEntry)entries[0]).Long("value", 0));
        Assert.AreEqual("50 % = \"half\" – ja\n", ((ConfigEntry)entries[1]).Text("why"));
    }

    [TestMethod]
    public void File_has_header_lines_and_check_sum()
    {
        ConfigWriter writer = new ConfigWriter();
        writer.Line("a");
        writer.Value("b", "c d");
        byte[] file = writer.ToArray();
        string text = Encoding.UTF8.GetString(file, 0, file.Length);
        Assert.StartsWith("ixp-config 1\na b=c%20d\nend crc=", text);
    }

    [TestMethod]
    public void Empty_file_is_one_too()
    {
        Assert.AreEqual(0, ConfigReader.Read(new ConfigWriter().ToArray()).Count);
    }
}
