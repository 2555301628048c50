using System;
using Appliance.Core.Snmp;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Snmp;

[TestClass]
public class ObjectIdentifierTests
{
    [DataRow("1.3.6.1.2.1.1.3.0", "2B 06 01 02 01 01 03 00")]
    [DataRow(".1.3.6.1.2.1.1.5.0", "2B 06 01 02 01 01 05 00")]
    [DataRow("1.3.6.1.2.1.31.1.1.1.6.10101", "2B 06 01 02 01 1F 01 01 01 06 CE 75")]
    [DataRow("1.3.6.1.2.1.2.2.1.8.1", "2B 06 01 02 01 02 02 01 08 01")]
    [DataRow("1.3.6.1.2.1.33.1.4.1.0", "2B 06 01 02 01 21 01 04 01 00")]
    [DataRow("1.3.6.1.4.1.318.1.1.1.2.2.1.0", "2B 06 01 04 01 82 3E 01 01 01 02 02 01 00")]
    [DataRow("1.3.6.1.2.1.99.1.1.1.4.1006", "2B 06 01 02 01 63 01 01 01 04 87 6E")]
    [DataRow("1.3.6.1.6.3.10.2.1.3.0", "2B 06 01 06 03 0A 02 01 03 00")]
    [DataRow("0.0", "00")]
    [DataRow("2.999.3", "88 37 03")]
    [DataRow("1.3.4294967295", "2B 8F FF FF FF 7F")]
    public void A_name_is_encoded(string dotted, string expected)
    {
        ObjectIdentifier identifier = new ObjectIdentifier(dotted);
        CollectionAssert.AreEqual(Hex.Bytes(expected), identifier.Encoded);
        Assert.AreEqual(dotted, identifier.Text);
    }

    [DataRow("")]
    [DataRow(".")]
    [DataRow("1")]
    [DataRow("1.")]
    [DataRow("1..3")]
    [DataRow("1.3.")]
    [DataRow("1.3.x")]
    [DataRow("1.3 .6")]
    [DataRow("-1.3")]
    [DataRow("3.1")]
    [DataRow("1.40")]
    [DataRow("1.3.4294967296")]
    [DataRow("1.3.99999999999999999999999999")]
    [DataRow("2.4294967295")]
    public void What_is_no_name_is_refused(string dotted)
    {
        Assert.ThrowsException(typeof(ArgumentException), () => new ObjectIdentifier(dotted));
    }

    [TestMethod]
    public void A_name_of_too_many_numbers_is_refused()
    {
        string dotted = "1.3";
        for (int i = 2; i < ObjectIdentifier.MaxArcs; i++)
        {
            dotted += ".4294967295";
        }

        Assert.AreEqual(1 + (126 * 5), new ObjectIdentifier(dotted).Encoded.Length);
        Assert.ThrowsException(typeof(ArgumentException), () => new ObjectIdentifier(dotted + ".1"));
    }

    [DataRow("")]
    [DataRow("2B 86")]
    [DataRow("80 2B")]
    [DataRow("2B 80 06")]
    [DataRow("2B 90 80 80 80 00")]
    [DataRow("2B FF FF FF FF FF FF FF FF FF FF 7F")]
    public void Bytes_that_are_no_name_are_none(string bytes)
    {
        byte[] content = bytes.Length == 0 ? new byte[0] : Hex.Bytes(bytes);
        Assert.AreEqual(0, ObjectIdentifier.Decode(content, 0, content.Length, new uint[20]));
    }

    [TestMethod]
    public void A_name_that_does_not_fit_is_none()
    {
        byte[] content = Hex.Bytes("2B 06 01");
        Assert.AreEqual(4, ObjectIdentifier.Decode(content, 0, 3, new uint[4]));
        for (int size = 0; size < 4; size++)
        {
            Assert.AreEqual(0, ObjectIdentifier.Decode(content, 0, 3, new uint[size]));
        }
    }

    [TestMethod]
    public void Every_name_comes_back()
    {
        Random random = new Random(2578);
        uint[] arcs = new uint[ObjectIdentifier.MaxArcs];
        for (int round = 0; round < 500; round++)
        {
            uint[] expected = new uint[2 + random.Next(20)];
            expected[0] = (uint)random.Next(3);
            expected[1] = (uint)random.Next(expected[0] == 2 ? 100_000 : 40);
            string dotted = expected[0].ToString() + "." + expected[1].ToString();
            for (int i = 2; i < expected.Length; i++)
            {
                expected[i] = (uint)random.Next(int.MaxValue) >> random.Next(31);
                dotted += "." + expected[i].ToString();
            }

            byte[] encoded = new ObjectIdentifier(dotted).Encoded;
            Assert.AreEqual(expected.Length, ObjectIdentifier.Decode(encoded, 0, encoded.Length, arcs));
            for (int i = 0; i < expected.Length; i++)
            {
                Assert.AreEqual(expected[i], arcs[i]);
            }
        }
    }

    [TestMethod]
    public void Random_bytes_do_no_harm()
    {
        Random random = new Random(8);
        uint[] arcs = new uint[10];
        for (int round = 0; round < 3000; round++)
        {
            byte[] bytes = new byte[random.Next(30)];
            random.NextBytes(bytes);
            int start = random.Next(bytes.Length + 1);
            int count = ObjectIdentifier.Decode(bytes, start, bytes.Length - start, arcs);
            Assert.IsTrue(count >= 0 && count <= arcs.Length);
        }
    }
}
