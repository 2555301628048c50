using System;
using Appliance.Core.Snmp;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Snmp;

[TestClass]
public class BerReaderTests
{
    [DataRow("02 01 00", 0L)]
    [DataRow("02 01 7F", 127L)]
    [DataRow("02 01 80", -128L)]
    [DataRow("02 02 12 34", 0x1234L)]
    [DataRow("02 02 00 80", 128L)]
    [DataRow("02 04 FF FF FF FF", -1L)]
    [DataRow("02 05 00 FF FF FF FF", 0xFFFFFFFFL)]
    [DataRow("02 08 80 00 00 00 00 00 00 00", long.MinValue)]
    [DataRow("02 09 00 7F FF FF FF FF FF FF FF", long.MaxValue)]
    [DataRow("02 09 FF FF FF FF FF FF FF FF FE", -2L)]
    public void A_number_with_a_sign_is_read(string element, long expected)
    {
        BerReader reader = Open(Hex.Bytes(element));
        Assert.IsTrue(reader.Next(BerTag.Integer));
        Assert.IsTrue(reader.TryInteger(out long value));
        Assert.AreEqual(expected, value);
        Assert.IsTrue(reader.IsAtEnd);
    }

    [DataRow("02 00")]
    [DataRow("02 09 00 80 00 00 00 00 00 00 00")]
    [DataRow("02 09 FF 7F 00 00 00 00 00 00 00")]
    [DataRow("02 0A 00 00 00 00 00 00 00 00 00 01")]
    public void What_is_no_number_of_64_bits_with_a_sign_is_refused(string element)
    {
        BerReader reader = Open(Hex.Bytes(element));
        Assert.IsTrue(reader.Next());
        Assert.IsFalse(reader.TryInteger(out _));
    }

    [TestMethod]
    public void A_number_without_a_sign_is_read()
    {
        Unsigned("43 04 0A 4C B8 00", 172_800_000UL);
        Unsigned("41 05 00 FF FF FF FF", 0xFFFFFFFFUL);
        Unsigned("41 04 FF FF FF FF", 0xFFFFFFFFUL);
        Unsigned("46 09 00 FF FF FF FF FF FF FF FF", ulong.MaxValue);
        Unsigned("46 01 00", 0UL);
    }

    [DataRow("46 00")]
    [DataRow("46 09 01 00 00 00 00 00 00 00 00")]
    [DataRow("46 0A 00 00 00 00 00 00 00 00 00 01")]
    public void What_is_no_number_of_64_bits_without_a_sign_is_refused(string element)
    {
        BerReader reader = Open(Hex.Bytes(element));
        Assert.IsTrue(reader.Next());
        Assert.IsFalse(reader.TryUnsigned(out _));
    }

    [DataRow("04 03 73 77 31")]
    [DataRow("04 81 03 73 77 31")]
    [DataRow("04 82 00 03 73 77 31")]
    [DataRow("04 84 00 00 00 03 73 77 31")]
    [DataRow("04 89 00 00 00 00 00 00 00 00 03 73 77 31")]
    public void A_length_need_not_be_minimal(string element)
    {
        BerReader reader = Open(Hex.Bytes(element));
        Assert.IsTrue(reader.Next(BerTag.OctetString));
        Assert.AreEqual(3, reader.Length);
        Assert.AreEqual(Hex.Bytes(element).Length - 3, reader.Start);
    }

    [DataRow("04")]
    [DataRow("04 04 73 77 31")]
    [DataRow("04 80 73 00 00")]
    [DataRow("04 81")]
    [DataRow("04 82 03")]
    [DataRow("04 84 FF FF FF FF 00")]
    [DataRow("04 88 7F FF FF FF FF FF FF FF 00")]
    [DataRow("04 FF 00 00 00")]
    [DataRow("1F 01 00")]
    [DataRow("BF 01 00")]
    public void A_header_that_is_cut_or_reaches_too_far_is_no_element(string bytes)
    {
        BerReader reader = Open(Hex.Bytes(bytes));
        Assert.IsFalse(reader.Next());
        Assert.AreEqual(BerTag.None, reader.Tag);
        Assert.AreEqual(0, reader.Length);
        Assert.IsFalse(reader.IsAtEnd);
    }

    [TestMethod]
    public void An_element_does_not_reach_out_of_the_one_it_lies_in()
    {
        BerReader reader = Open(Hex.Bytes("30 04 04 03 01 02 03 05 00"));
        Assert.IsTrue(reader.Enter(BerTag.Sequence));
        Assert.IsFalse(reader.Next());
    }

    [TestMethod]
    public void What_stands_behind_an_element_is_read_after_leaving_it()
    {
        BerReader reader = Open(Hex.Bytes("30 05 02 01 07 05 00 04 01 41"));
        int outer = reader.End;
        Assert.IsTrue(reader.Enter(BerTag.Sequence));
        Assert.IsTrue(reader.Next(BerTag.Integer));
        reader.Leave(outer);
        Assert.IsTrue(reader.Next(BerTag.OctetString));
        Assert.AreEqual(9, reader.Start);
        Assert.IsTrue(reader.IsAtEnd);
    }

    [TestMethod]
    public void No_more_than_the_length_that_was_given_is_read()
    {
        BerReader reader = new BerReader();
        reader.Open(Hex.Bytes("04 03 73 77 31"), 4);
        Assert.IsFalse(reader.Next());
        reader.Open(Hex.Bytes("04 01 73"), 1000);
        Assert.IsTrue(reader.Next());
    }

    [TestMethod]
    public void Random_bytes_are_walked_through_forward_and_within_bounds()
    {
        Random random = new Random(690);
        BerReader reader = new BerReader();
        for (int round = 0; round < 3000; round++)
        {
            byte[] bytes = new byte[random.Next(80)];
            random.NextBytes(bytes);
            for (int i = random.Next(10); i > 0 && bytes.Length > 1; i--)
            {
                // More that looks like elements in elements.
                int at = random.Next(bytes.Length - 1);
                bytes[at] = BerTag.Sequence;
                bytes[at + 1] = (byte)random.Next(bytes.Length);
            }

            reader.Open(bytes, random.Next(bytes.Length + 1));
            int before = -1;
            while (random.Next(3) == 0 ? reader.Enter(BerTag.Sequence) : reader.Next())
            {
                Assert.IsTrue(reader.Start > before && reader.Start + reader.Length <= reader.End && reader.End <= bytes.Length);
                before = reader.Start;
                reader.TryInteger(out _);
                reader.TryUnsigned(out _);
            }
        }
    }

    private static BerReader Open(byte[] bytes)
    {
        BerReader reader = new BerReader();
        reader.Open(bytes, bytes.Length);
        return reader;
    }

    private static void Unsigned(string element, ulong expected)
    {
        BerReader reader = Open(Hex.Bytes(element));
        Assert.IsTrue(reader.Next());
        Assert.IsTrue(reader.TryUnsigned(out ulong value));
        Assert.AreEqual(expected, value);
    }
}
