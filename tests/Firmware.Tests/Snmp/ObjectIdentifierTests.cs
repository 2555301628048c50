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
    [DataRow("86")]
    [DataRow("80")]
    [DataRow("80 06")]
    [DataRow("06 01")]
    [DataRow("86 81")]
    [DataRow("90 80 80 80 00")]
    [DataRow("81 80 80 80 80 00")]
    [DataRow("FF FF FF FF 7F")]
    public void Bytes_that_are_no_number_of_a_name_are_none(string bytes)
    {
        byte[] content = bytes.Length == 0 ? new byte[0] : Hex.Bytes(bytes);
        Assert.IsFalse(ObjectIdentifier.TryArc(content, 0, content.Length, out _));
    }

    [DataRow("00", 0u)]
    [DataRow("7F", 127u)]
    [DataRow("81 00", 128u)]
    [DataRow("CE 75", 10101u)]
    [DataRow("8F FF FF FF 7F", 4294967295u)]
    public void A_number_of_a_name_is_read(string bytes, uint expected)
    {
        byte[] content = Hex.Bytes(bytes);
        Assert.IsTrue(ObjectIdentifier.TryArc(content, 0, content.Length, out uint arc));
        Assert.AreEqual(expected, arc);
    }

    [TestMethod]
    public void Every_name_comes_back()
    {
        Random random = new Random(2578);
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
            expected[1] += 40 * expected[0];
            int start = 0;
            for (int i = 1; i < expected.Length; i++)
            {
                int end = start;
                while (encoded[end] >= 0x80)
                {
                    end++;
                }

                Assert.IsTrue(ObjectIdentifier.TryArc(encoded, start, end + 1 - start, out uint arc));
                Assert.AreEqual(expected[i], arc);
                start = end + 1;
            }

            Assert.AreEqual(encoded.Length, start);
        }
    }

    [TestMethod]
    public void Random_bytes_are_the_number_that_they_would_be_written_for_or_none()
    {
        Random random = new Random(8);
        int numbers = 0;
        for (int round = 0; round < 5000; round++)
        {
            byte[] bytes = new byte[1 + random.Next(6)];
            random.NextBytes(bytes);
            for (int i = 0; i < bytes.Length; i++)
            {
                // Mostly as they stand in a number.
                bool isInside = (i < bytes.Length - 1) != (random.Next(10) == 0);
                bytes[i] = (byte)(isInside ? bytes[i] | 0x80 : bytes[i] & 0x7F);
            }

            if (ObjectIdentifier.TryArc(bytes, 0, bytes.Length, out uint arc))
            {
                numbers++;
                byte[] written = new ObjectIdentifier("1.3." + arc.ToString()).Encoded;
                Assert.AreEqual("2B " + Hex.Text(bytes, 0), Hex.Text(written, 0));
            }
        }

        Assert.IsTrue(numbers > 1000);
    }
}
