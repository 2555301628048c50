using System;
using System.Collections;
using System.Text;
using Appliance.Core.Config;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Config;

[TestClass]
public class ConfigReaderTests
{
    // Sealed by hand: the check sum stands here so that the format cannot drift with the code.
    private const string Sealed = "ixp-config 1\nsite name=nbo1 device=rack-a\nend crc=630303A6\n";

    [TestMethod]
    public void A_sealed_file_gives_its_lines()
    {
        ArrayList entries = ConfigReader.Read(Encoding.UTF8.GetBytes(Sealed));
        Assert.AreEqual(1, entries.Count);
        ConfigEntry site = (ConfigEntry)entries[0];
        Assert.AreEqual("site", site.Keyword);
        Assert.AreEqual(2, site.Line);
        Assert.AreEqual("nbo1", site.Text("name"));
        Assert.AreEqual("rack-a", site.Text("device"));
    }

    [TestMethod]
    public void Empty_lines_and_comments_count_as_lines_but_give_no_entry()
    {
        ArrayList entries = ConfigReader.Read(ConfigFile.Of("\n# why\nnetwork\n#\npin gpio=4 function=5\n"));
        Assert.AreEqual(2, entries.Count);
        Assert.AreEqual("network", ((ConfigEntry)entries[0]).Keyword);
        Assert.AreEqual(4, ((ConfigEntry)entries[0]).Line);
        Assert.AreEqual("pin", ((ConfigEntry)entries[1]).Keyword);
        Assert.AreEqual(6, ((ConfigEntry)entries[1]).Line);
    }

    [TestMethod]
    public void Only_the_last_line_end_may_be_missing()
    {
        byte[] file = Encoding.UTF8.GetBytes(Sealed);
        for (int length = 0; length < file.Length; length++)
        {
            byte[] cut = new byte[length];
            Array.Copy(file, cut, length);
            bool isWhole = length == file.Length - 1;
            Assert.AreEqual(isWhole, ConfigFile.ReaderRefusal(cut) == null, "cut to " + length.ToString());
        }
    }

    [TestMethod]
    public void Every_flipped_bit_is_refused()
    {
        byte[] file = Encoding.UTF8.GetBytes(Sealed);
        for (int bit = 0; bit < file.Length * 8; bit++)
        {
            file[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.IsNotNull(ConfigFile.ReaderRefusal(file), "bit " + bit.ToString());
            file[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [DataRow("")]
    [DataRow("\n")]
    [DataRow("ixp-config 1\n")]
    [DataRow("ixp-config 1\nsite name=nbo1 device=rack-a\n")]
    [DataRow("ixp-config 1\nsite name=nbo1 device=rack-a\nend crc")]
    public void A_file_without_trailer_is_cut(string file)
    {
        Assert.AreEqual(
            "line 0: the last line is not 'end crc=': the file is cut",
            ConfigFile.ReaderRefusal(Encoding.UTF8.GetBytes(file)));
    }

    [DataRow("ixp-config 1\nsite name=nbo1 device=rack-b\nend crc=630303A6\n")]
    [DataRow("ixp-config 1\nsite name=nbo1 device=rack-a\nend crc=\n")]
    public void A_file_whose_check_sum_differs_is_damaged(string file)
    {
        string refusal = ConfigFile.ReaderRefusal(Encoding.UTF8.GetBytes(file));
        Assert.StartsWith("line 0: the check sum is not ", refusal);
        Assert.EndsWith(": the file is damaged", refusal);
    }

    [TestMethod]
    public void A_file_with_the_line_ends_of_another_system_is_refused()
    {
        Assert.IsNotNull(ConfigFile.ReaderRefusal(Encoding.UTF8.GetBytes("ixp-config 1\r\nend crc=00000000\r\n")));
        Assert.IsNotNull(ConfigFile.ReaderRefusal(ConfigFile.Sealed("ixp-config 1\r\nsite name=a device=b\r\n")));
    }

    [TestMethod]
    public void Another_format_is_named()
    {
        Assert.AreEqual(
            "line 1: begins with 'ixp-config 2', not with 'ixp-config 1'",
            ConfigFile.ReaderRefusal(ConfigFile.Sealed("ixp-config 2\n")));
    }

    [TestMethod]
    public void A_file_of_a_trailer_alone_has_no_header()
    {
        Assert.AreEqual(
            "line 1: begins with '', not with 'ixp-config 1'",
            ConfigFile.ReaderRefusal(Encoding.UTF8.GetBytes("end crc=00000000\n")));
    }

    [DataRow("site name\n", "line 2: 'name' is not name=value")]
    [DataRow("site =nbo1\n", "line 2: '=nbo1' is not name=value")]
    [DataRow("site  name=nbo1\n", "line 2: '' is not name=value")]
    [DataRow("site name=nbo1 \n", "line 2: '' is not name=value")]
    [DataRow("\n\nsite name=a name=b\n", "line 4: 'name' stands twice")]
    [DataRow("site name=%\n", "line 2: a '%' is not followed by two hex digits other than 00")]
    [DataRow("site name=%4\n", "line 2: a '%' is not followed by two hex digits other than 00")]
    [DataRow("site name=%4 device=1\n", "line 2: a '%' is not followed by two hex digits other than 00")]
    [DataRow("site name=%G0\n", "line 2: a '%' is not followed by two hex digits other than 00")]
    [DataRow("site name=%0g\n", "line 2: a '%' is not followed by two hex digits other than 00")]
    [DataRow("site name=%00\n", "line 2: a '%' is not followed by two hex digits other than 00")]
    public void A_malformed_line_is_refused_by_number(string lines, string expected)
    {
        Assert.AreEqual(expected, ConfigFile.ReaderRefusal(ConfigFile.Of(lines)));
    }

    [DataRow("text=a%20b", "a b")]
    [DataRow("text=%25", "%")]
    [DataRow("text=%2f%2F", "//")]
    [DataRow("text=21%C2%B0C", "21\u00B0C")]
    [DataRow("text=a=b", "a=b")]
    [DataRow("text=", "")]
    [DataRow("%74ext=x", "x")]
    public void A_value_is_decoded(string pair, string expected)
    {
        ArrayList entries = ConfigReader.Read(ConfigFile.Of("note " + pair + "\n"));
        Assert.AreEqual(expected, ((ConfigEntry)entries[0]).Text("text"));
    }

    [TestMethod]
    public void Any_body_is_read_or_refused_and_nothing_else()
    {
        byte[] alphabet = Encoding.UTF8.GetBytes("ae= \n%20F#\r");
        Random random = new Random(17);
        int read = 0;
        for (int round = 0; round < 1000; round++)
        {
            byte[] body = Encoding.UTF8.GetBytes("ixp-config 1\n" + new string(' ', random.Next(40)) + "\n");
            for (int i = 13; i < body.Length - 1; i++)
            {
                body[i] = random.Next(10) == 0 ? (byte)random.Next(256) : alphabet[random.Next(alphabet.Length)];
            }

            read += ConfigFile.ReaderRefusal(ConfigFile.Sealed(body)) == null ? 1 : 0;
        }

        Assert.IsTrue(read > 0 && read < 1000, "both ends have to be met");
    }
}
