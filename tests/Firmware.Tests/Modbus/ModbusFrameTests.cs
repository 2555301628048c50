using System;
using Appliance.Core.Metrics;
using Appliance.Core.Modbus;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Modbus;

[TestClass]
public class ModbusFrameTests
{
    // 230.5 V, 1.234 A, 271.3 W, 12345 Wh, 50.0 Hz, power factor 0.95, no alarm.
    private const string Meter = "01 04 14 09 01 04 D2 00 00 0A 99 00 00 30 39 00 00 01 F4 00 5F 00 00 A1 67";

    [DataRow(0x01, 10, "01 04 00 00 00 0A 70 0D")]
    [DataRow(0xF8, 10, "F8 04 00 00 00 0A 64 64")]
    [DataRow(0x01, 8, "01 04 00 00 00 08 F1 CC")]
    public void A_request_is_written(int slave, int registers, string expected)
    {
        byte[] frame = new byte[ModbusFrame.RequestLength];
        ModbusFrame.WriteRead(frame, slave, 0, registers);
        CollectionAssert.AreEqual(Hex.Bytes(expected), frame);
    }

    [TestMethod]
    public void The_registers_of_a_reply_are_read()
    {
        byte[] reply = Hex.Bytes(Meter);
        Assert.AreEqual(reply.Length, ModbusFrame.ReplyLength(10));
        Assert.AreEqual((int)Quality.Ok, (int)ModbusFrame.CheckReply(reply, reply.Length, 1, 10));
        Assert.AreEqual(2305, ModbusFrame.Register(reply, 0));
        Assert.AreEqual(1234L, ModbusFrame.LowWordFirst(reply, 1));
        Assert.AreEqual(2713L, ModbusFrame.LowWordFirst(reply, 3));
        Assert.AreEqual(12345L, ModbusFrame.LowWordFirst(reply, 5));
        Assert.AreEqual(500, ModbusFrame.Register(reply, 7));
        Assert.AreEqual(95, ModbusFrame.Register(reply, 8));
        Assert.AreEqual(0, ModbusFrame.Register(reply, 9));
    }

    [TestMethod]
    public void Two_registers_hold_32_bits_without_a_sign()
    {
        byte[] reply = Hex.Bytes("01 04 04 FF FE FF FF 00 00");
        Assert.AreEqual(0xFFFFFFFEL, ModbusFrame.LowWordFirst(reply, 0));
    }

    [TestMethod]
    public void A_cut_reply_came_too_late()
    {
        byte[] reply = Hex.Bytes(Meter);
        for (int length = 0; length < reply.Length; length++)
        {
            byte[] cut = new byte[length];
            Array.Copy(reply, cut, length);
            Assert.AreEqual((int)Quality.Timeout, (int)ModbusFrame.CheckReply(cut, length, 1, 10));
        }
    }

    [TestMethod]
    public void An_exception_reply_tells_that_the_slave_lacks_it()
    {
        byte[] reply = Hex.Bytes("01 84 02 C2 C1");
        Assert.AreEqual((int)Quality.OutOfRange, (int)ModbusFrame.CheckReply(reply, reply.Length, 1, 10));
        reply[2] = 3;
        Assert.AreEqual((int)Quality.Checksum, (int)ModbusFrame.CheckReply(reply, reply.Length, 1, 10));
    }

    [TestMethod]
    public void The_reply_of_another_or_to_another_question_is_refused()
    {
        byte[] reply = Hex.Bytes(Meter);
        Assert.AreEqual((int)Quality.Checksum, (int)ModbusFrame.CheckReply(reply, reply.Length, 2, 10));
        Assert.AreEqual((int)Quality.Checksum, (int)ModbusFrame.CheckReply(reply, reply.Length, 1, 8));
    }

    [TestMethod]
    public void Every_flipped_bit_is_noticed()
    {
        byte[] reply = Hex.Bytes(Meter);
        for (int bit = 0; bit < reply.Length * 8; bit++)
        {
            reply[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.AreEqual((int)Quality.Checksum, (int)ModbusFrame.CheckReply(reply, reply.Length, 1, 10));
            reply[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [TestMethod]
    public void Random_bytes_are_no_reply_and_do_no_harm()
    {
        Random random = new Random(485);
        for (int round = 0; round < 2000; round++)
        {
            byte[] frame = new byte[random.Next(40)];
            random.NextBytes(frame);
            if (frame.Length > 3 && random.Next(2) == 0)
            {
                // Past the first gates.
                frame[0] = 1;
                frame[1] = (byte)(random.Next(2) == 0 ? 0x04 : 0x84);
                frame[2] = 20;
            }

            Assert.AreNotEqual((int)Quality.Ok, (int)ModbusFrame.CheckReply(frame, frame.Length, 1, 10));
        }
    }
}
