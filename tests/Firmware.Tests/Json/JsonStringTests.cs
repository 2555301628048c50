using System.Text;
using Appliance.Core.Json;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Json;

[TestClass]
public class JsonStringTests
{
    [DataRow("", "\"\"")]
    [DataRow("power", "\"power\"")]
    [DataRow("a\"b", "\"a\\\"b\"")]
    [DataRow("C:\\x", "\"C:\\\\x\"")]
    [DataRow("a/b", "\"a/b\"")]
    [DataRow("\n", "\"\\u000a\"")]
    [DataRow("\u001f ", "\"\\u001f \"")]
    public void Escapes_what_must_be_escaped(string text, string expected)
    {
        Assert.AreEqual(expected, Text(text));
    }

    [TestMethod]
    public void Every_control_character_is_escaped()
    {
        for (int c = 1; c < 32; c++)
        {
            Assert.AreEqual("\"\\u00" + c.ToString("x2") + "\"", Text(new string((char)c, 1)));
        }
    }

    [TestMethod]
    public void Null_is_written_as_null()
    {
        Assert.AreEqual("null", Text(null));
    }

    [TestMethod]
    public void Other_characters_are_written_as_utf8()
    {
        Same(Hex.Bytes("22 C2 B0 43 22"), "\u00B0C");
        Same(Hex.Bytes("22 C2 80 DF BF 22"), "\u0080\u07FF");
        Same(Hex.Bytes("22 E0 A0 80 EF BF BF 22"), "\u0800\uFFFF");
        Same(Hex.Bytes("22 E2 82 AC 22"), "\u20AC");
    }

    [TestMethod]
    public void A_surrogate_pair_is_one_character_of_four_bytes()
    {
        Same(Hex.Bytes("22 F0 9F 94 8C 22"), "\uD83D\uDD0C");
        Same(Hex.Bytes("22 F0 90 80 80 22"), "\uD800\uDC00");
        Same(Hex.Bytes("22 F4 8F BF BF 61 22"), "\uDBFF\uDFFFa");
    }

    [TestMethod]
    public void A_surrogate_alone_becomes_the_replacement_character()
    {
        Same(Hex.Bytes("22 61 EF BF BD 62 22"), new string(new char[] { 'a', (char)0xD83D, 'b' }));
        Same(Hex.Bytes("22 61 EF BF BD 22"), new string(new char[] { 'a', (char)0xD83D }));
        Same(Hex.Bytes("22 EF BF BD 61 22"), new string(new char[] { (char)0xDD0C, 'a' }));
    }

    private static string Text(string text)
    {
        JsonWriter json = new JsonWriter(new byte[64]);
        json.String(text);
        return JsonText.Of(json);
    }

    private static void Same(byte[] expected, string text)
    {
        JsonWriter json = new JsonWriter(new byte[64]);
        json.String(text);
        CollectionAssert.AreEqual(expected, json.ToArray());
    }
}
