using System;
using Appliance.Core.Snmp;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Snmp;

[TestClass]
public class BerWriterTests
{
    [DataRow(0L, "02 01 00")]
    [DataRow(127L, "02 01 7F")]
    [DataRow(128L, "02 02 00 80")]
    [DataRow(-128L, "02 01 80")]
    [DataRow(-129L, "02 02 FF 7F")]
    [DataRow(0x1234L, "02 02 12 34")]
    [DataRow(2147483647L, "02 04 7F FF FF FF")]
    [DataRow(long.MinValue, "02 08 80 00 00 00 00 00 00 00")]
    public void A_number_with_a_sign_is_minimal(long value, string expected)
    {
        byte[] buffer = new byte[20];
        BerWriter writer = new BerWriter(buffer);
        writer.Integer(value);
        CollectionAssert.AreEqual(Hex.Bytes(expected), Written(buffer, writer));
    }

    [TestMethod]
    public void A_number_without_a_sign_has_a_zero_in_front_if_its_highest_bit_is_set()
    {
        Unsigned(BerTag.Counter32, 0UL, "41 01 00");
        Unsigned(BerTag.Gauge32, 0x80UL, "42 02 00 80");
        Unsigned(BerTag.TimeTicks, 172_800_000UL, "43 04 0A 4C B8 00");
        Unsigned(BerTag.Counter64, ulong.MaxValue, "46 09 00 FF FF FF FF FF FF FF FF");
    }

    [DataRow(0, "04 00")]
    [DataRow(127, "04 7F")]
    [DataRow(128, "04 81 80")]
    [DataRow(255, "04 81 FF")]
    [DataRow(256, "04 82 01 00")]
    public void A_length_is_minimal(int length, string header)
    {
        byte[] buffer = new byte[300];
        BerWriter writer = new BerWriter(buffer);
        writer.Octets(BerTag.OctetString, new byte[length]);
        byte[] expected = Hex.Bytes(header);
        byte[] written = Written(buffer, writer);
        Assert.AreEqual(expected.Length + length, written.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.AreEqual(expected[i], written[i]);
        }
    }

    [TestMethod]
    public void What_does_not_fit_is_told_and_harms_nothing()
    {
        for (int size = 0; size < 9; size++)
        {
            BerWriter writer = new BerWriter(new byte[size]);
            int end = writer.Start;
            writer.Octets(BerTag.OctetString, Hex.Bytes("73 77 31"));
            writer.Empty(BerTag.Null);
            writer.Close(BerTag.Sequence, end);
            Assert.IsTrue(writer.IsFull);
            writer.Rewind(size);
            Assert.IsFalse(writer.IsFull);
            Assert.AreEqual(0, writer.Length);
        }
    }

    [TestMethod]
    public void What_is_written_is_read_back()
    {
        Random random = new Random(8825);
        byte[] buffer = new byte[40];
        BerReader reader = new BerReader();
        for (int round = 0; round < 2000; round++)
        {
            byte[] bits = new byte[8];
            random.NextBytes(bits);
            ulong number = 0;
            for (int i = 1 + random.Next(8); i > 0; i--)
            {
                number = (number << 8) | bits[i - 1];
            }

            long signed = random.Next(2) == 0 ? (long)number : -(long)(number >> 1);
            BerWriter writer = new BerWriter(buffer);
            writer.Unsigned(BerTag.Counter64, number);
            writer.Integer(signed);
            byte[] written = Written(buffer, writer);
            reader.Open(written, written.Length);
            Assert.IsTrue(reader.Next(BerTag.Integer));
            Assert.IsTrue(reader.TryInteger(out long integer));
            Assert.AreEqual(signed, integer);
            Assert.IsTrue(reader.Next(BerTag.Counter64));
            Assert.IsTrue(reader.TryUnsigned(out ulong counter));
            Assert.AreEqual(number, counter);
            Assert.IsTrue(reader.IsAtEnd);
        }
    }

    private static void Unsigned(int tag, ulong value, string expected)
    {
        byte[] buffer = new byte[20];
        BerWriter writer = new BerWriter(buffer);
        writer.Unsigned(tag, value);
        CollectionAssert.AreEqual(Hex.Bytes(expected), Written(buffer, writer));
    }

    private static byte[] Written(byte[] buffer, BerWriter writer)
    {
        Assert.IsFalse(writer.IsFull);
        byte[] written = new byte[writer.Length];
        Array.Copy(buffer, writer.Start, written, 0, written.Length);
        return written;
    }
}
