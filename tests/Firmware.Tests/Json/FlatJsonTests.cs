using System;
using System.Text;
using Appliance.Core.Json;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Json;

[TestClass]
public class FlatJsonTests
{
    [TestMethod]
    public void Strings_whole_numbers_true_and_false_are_read()
    {
        FlatJson json = Read(" {\"id\" : \"a1\",\n\"n\":-42, \"on\":true,\"off\":false , \"big\":999999999999999999,\"empty\":\"\"} ");
        Assert.IsNull(json.Problem);
        Assert.AreEqual(6, json.Count);
        Assert.AreEqual("a1", json.Text("id"));
        Assert.AreEqual("", json.Text("empty"));
        AssertNumber(json, "n", -42);
        AssertNumber(json, "on", 1);
        AssertNumber(json, "off", 0);
        AssertNumber(json, "big", 999999999999999999);
    }

    [TestMethod]
    public void A_field_of_the_other_type_is_none()
    {
        FlatJson json = Read("{\"s\":\"5\",\"n\":5}");
        Assert.IsFalse(json.TryNumber("s", out long _));
        Assert.IsNull(json.Text("n"));
        Assert.IsTrue(json.Has("s") && json.Has("n"));
        Assert.IsFalse(json.Has("x") || json.TryNumber("x", out long _));
        Assert.IsNull(json.Text("x"));
    }

    [DataRow("{\"s\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"}", "\"\\/\b\f\n\r\t")]
    [DataRow("{\"s\":\"\\u0041\\u00e9\\u20AC\"}", "A\u00e9\u20ac")]
    [DataRow("{\"s\":\"\\uD83D\\uDE00\"}", "\uD83D\uDE00")]
    [DataRow("{\"s\":\"\u00e9\u20ac\uD83D\uDE00\"}", "\u00e9\u20ac\uD83D\uDE00")]
    public void Escapes_and_UTF8_are_the_same_text(string text, string expected)
    {
        FlatJson json = Read(text);
        Assert.IsNull(json.Problem);
        Assert.AreEqual(expected, json.Text("s"));
    }

    [DataRow("")]
    [DataRow("   ")]
    [DataRow("[]")]
    [DataRow("5")]
    [DataRow("{")]
    [DataRow("{}}")]
    [DataRow("{} x")]
    [DataRow("{,}")]
    [DataRow("{\"a\"}")]
    [DataRow("{\"a\":}")]
    [DataRow("{\"a\":1,}")]
    [DataRow("{\"a\":1 \"b\":2}")]
    [DataRow("{a:1}")]
    [DataRow("{'a':1}")]
    [DataRow("{\"a\":null}")]
    [DataRow("{\"a\":{}}")]
    [DataRow("{\"a\":[1]}")]
    [DataRow("{\"a\":1.5}")]
    [DataRow("{\"a\":1e3}")]
    [DataRow("{\"a\":+1}")]
    [DataRow("{\"a\":-}")]
    [DataRow("{\"a\":- 1}")]
    [DataRow("{\"a\":01}")]
    [DataRow("{\"a\":1000000000000000000}")]
    [DataRow("{\"a\":tru}")]
    [DataRow("{\"a\":truest}")]
    [DataRow("{\"a\":\"x")]
    [DataRow("{\"a\":\"x\\")]
    [DataRow("{\"a\":\"\\x\"}")]
    [DataRow("{\"a\":\"\\u00\"}")]
    [DataRow("{\"a\":\"\\u0000\"}")]
    [DataRow("{\"a\":\"\\uD800\"}")]
    [DataRow("{\"a\":\"\\uD800\\u0041\"}")]
    [DataRow("{\"a\":\"\\uDC00\\uD800\"}")]
    [DataRow("{\"a\":\"\n\"}")]
    [DataRow("{\"a\":1,\"a\":1}")]
    public void Anything_else_is_refused_with_a_reason_and_has_no_fields(string text)
    {
        FlatJson json = Read(text);
        Assert.IsNotNull(json.Problem);
        Assert.AreEqual(0, json.Count);
        Assert.IsFalse(json.Has("a"));
    }

    [TestMethod]
    public void Bytes_that_are_no_UTF8_are_refused()
    {
        byte[][] bad =
        {
            new byte[] { 0x80 },
            new byte[] { 0xC0, 0x80 },
            new byte[] { 0xC3 },
            new byte[] { 0xE0, 0x80, 0x80 },
            new byte[] { 0xED, 0xA0, 0x80 },
            new byte[] { 0xF0, 0x80, 0x80, 0x80 },
            new byte[] { 0xF4, 0x90, 0x80, 0x80 },
            new byte[] { 0xF8, 0x88, 0x80, 0x80, 0x80 },
            new byte[] { 0xFF },
            new byte[] { 0x00 },
        };
        for (int i = 0; i < bad.Length; i++)
        {
            byte[] text = new byte[6 + bad[i].Length + 2];
            Encoding.UTF8.GetBytes("{\"a\":\"").CopyTo(text, 0);
            bad[i].CopyTo(text, 6);
            text[text.Length - 2] = (byte)'"';
            text[text.Length - 1] = (byte)'}';
            Assert.IsNotNull(FlatJson.Read(text).Problem);
        }
    }

    [TestMethod]
    public void So_many_bytes_and_fields_and_no_more()
    {
        byte[] most = new byte[FlatJson.MostBytes];
        byte[] more = new byte[FlatJson.MostBytes + 1];
        for (int i = 0; i < more.Length; i++)
        {
            more[i] = (byte)' ';
        }

        more[0] = (byte)'{';
        more[1] = (byte)'}';
        Array.Copy(more, most, most.Length);
        Assert.IsNull(FlatJson.Read(most).Problem);
        Assert.IsNotNull(FlatJson.Read(more).Problem);

        string text = "{\"f0\":0";
        for (int i = 1; i < FlatJson.MostFields; i++)
        {
            text += ",\"f" + i.ToString() + "\":" + i.ToString();
        }

        FlatJson json = Read(text + "}");
        Assert.IsNull(json.Problem);
        AssertNumber(json, "f15", 15);
        Assert.IsNotNull(Read(text + ",\"x\":1}").Problem);
    }

    [TestMethod]
    public void Any_bytes_give_fields_or_a_reason()
    {
        Random random = new Random(7);
        byte[] alphabet = Encoding.UTF8.GetBytes("{}:,\"\\u0aD8 -1.etrufals");
        for (int i = 0; i < 3000; i++)
        {
            byte[] text = new byte[random.Next(40)];
            for (int j = 0; j < text.Length; j++)
            {
                text[j] = random.Next(8) == 0 ? (byte)random.Next(256) : alphabet[random.Next(alphabet.Length)];
            }

            FlatJson json = FlatJson.Read(text);
            Assert.IsTrue(json.Problem == null || json.Count == 0);
        }
    }

    private static FlatJson Read(string text) => FlatJson.Read(Encoding.UTF8.GetBytes(text));

    private static void AssertNumber(FlatJson json, string name, long expected)
    {
        Assert.IsTrue(json.TryNumber(name, out long value));
        Assert.AreEqual(expected, value);
    }
}
