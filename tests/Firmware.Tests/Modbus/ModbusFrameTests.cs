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

    // 54.00 V, 8.50 A, 459.0 W, 1234 Wh, no alarm.
    private const string DirectCurrentMeter = "01 04 10 15 18 03 52 11 EE 00 00 04 D2 00 00 00 00 00 00 EB 41";

    [DataRow(0x01, 4, 0, 10, "01 04 00 00 00 0A 70 0D")]
    [DataRow(0xF8, 4, 0, 10, "F8 04 00 00 00 0A 64 64")]
    [DataRow(0x01, 4, 0, 8, "01 04 00 00 00 08 F1 CC")]
    public void A_request_is_written(int slave, int function, int first, int registers, string expected)
    {
        CollectionAssert.AreEqual(Hex.Bytes(expected), Request(slave, function, first, registers));
    }

    [DataRow(0x01, "01 42 80 11")]
    [DataRow(0xF8, "F8 42 C2 41")]
    public void A_request_to_begin_counting_anew_is_answered_by_itself_or_refused(int slave, string expected)
    {
        byte[] request = new byte[ModbusFrame.RequestLength];
        ModbusFrame.WriteReset(request, slave);
        byte[] reply = Hex.Bytes(expected);
        for (int i = 0; i < ModbusFrame.ResetLength; i++)
        {
            Assert.AreEqual(reply[i], request[i]);
        }

        byte[] heard = Hex.Bytes("00 FF " + expected);
        Assert.AreEqual((int)Quality.Ok, (int)ModbusFrame.FindResetReply(request, heard, heard.Length));
        Assert.AreEqual((int)Quality.Timeout, (int)ModbusFrame.FindResetReply(request, heard, heard.Length - 1));
        heard[5] ^= 1;
        Assert.AreEqual((int)Quality.Timeout, (int)ModbusFrame.FindResetReply(request, heard, heard.Length));
    }

    [TestMethod]
    public void A_meter_that_does_not_begin_anew_says_so()
    {
        byte[] request = new byte[ModbusFrame.RequestLength];
        ModbusFrame.WriteReset(request, 1);
        byte[] heard = { 1, 0xC2, 4, 0, 0 };
        int crc = Appliance.Core.Checksums.Crc16.Modbus(heard, 0, 3);
        heard[3] = (byte)crc;
        heard[4] = (byte)(crc >> 8);
        Assert.AreEqual((int)Quality.OutOfRange, (int)ModbusFrame.FindResetReply(request, heard, heard.Length));
    }

    [TestMethod]
    public void The_registers_of_a_mains_meter_are_read()
    {
        byte[] reply = Hex.Bytes(Meter);
        Assert.AreEqual(reply.Length, ModbusFrame.ReplyLength(10));
        AssertFound(Quality.Ok, 0, reply);
        Assert.AreEqual(2305, ModbusFrame.Register(reply, 0, 0));
        Assert.AreEqual(1234L, ModbusFrame.LowWordFirst(reply, 0, 1));
        Assert.AreEqual(2713L, ModbusFrame.LowWordFirst(reply, 0, 3));
        Assert.AreEqual(12345L, ModbusFrame.LowWordFirst(reply, 0, 5));
        Assert.AreEqual(500, ModbusFrame.Register(reply, 0, 7));
        Assert.AreEqual(95, ModbusFrame.Register(reply, 0, 8));
        Assert.AreEqual(0, ModbusFrame.Register(reply, 0, 9));
    }

    [TestMethod]
    public void The_registers_of_a_direct_current_meter_are_read()
    {
        byte[] reply = Hex.Bytes(DirectCurrentMeter);
        Assert.AreEqual((int)Quality.Ok, (int)ModbusFrame.FindReply(Request(1, 4, 0, 8), reply, reply.Length, out int start));
        Assert.AreEqual(5400, ModbusFrame.Register(reply, start, 0));
        Assert.AreEqual(850, ModbusFrame.Register(reply, start, 1));
        Assert.AreEqual(4590L, ModbusFrame.LowWordFirst(reply, start, 2));
        Assert.AreEqual(1234L, ModbusFrame.LowWordFirst(reply, start, 4));
    }

    [TestMethod]
    public void Two_registers_hold_32_bits_without_a_sign()
    {
        byte[] reply = Hex.Bytes("55 01 04 04 FF FE FF FF 00 00");
        Assert.AreEqual(0xFFFFFFFEL, ModbusFrame.LowWordFirst(reply, 1, 0));
    }

    [TestMethod]
    public void A_cut_reply_came_too_late()
    {
        byte[] reply = Hex.Bytes(Meter);
        for (int length = 0; length < reply.Length; length++)
        {
            byte[] cut = new byte[length];
            Array.Copy(reply, cut, length);
            AssertFound(Quality.Timeout, 0, cut);
        }
    }

    [TestMethod]
    public void A_reply_is_found_behind_whatever_was_heard_before()
    {
        AssertFound(Quality.Ok, 3, Hex.Bytes("01 04 14 " + Meter));
        AssertFound(Quality.Ok, 8, Hex.Bytes("01 04 00 00 00 0A 70 0D " + Meter));
        AssertFound(Quality.Ok, 21, Hex.Bytes(DirectCurrentMeter + " " + Meter));
        AssertFound(Quality.OutOfRange, 1, Hex.Bytes("01 01 84 02 C2 C1"));
    }

    [TestMethod]
    public void An_echo_alone_is_no_answer_that_went_wrong()
    {
        byte[] request = Request(1, 3, 3, 1);
        Assert.AreEqual((int)Quality.Timeout, (int)ModbusFrame.FindReply(request, request, request.Length, out _));
        request[7] ^= 1;
        Assert.AreEqual((int)Quality.Checksum, (int)ModbusFrame.FindReply(Request(1, 3, 3, 1), request, request.Length, out _));
    }

    [TestMethod]
    public void An_exception_reply_tells_that_the_slave_lacks_it()
    {
        AssertFound(Quality.OutOfRange, 0, Hex.Bytes("01 84 02 C2 C1"));
        AssertFound(Quality.Timeout, 0, Hex.Bytes("01 84 03 C2 C1"));
        AssertFound(Quality.Timeout, 0, Hex.Bytes("01 83 02 C0 F1"));
    }

    [TestMethod]
    public void The_reply_of_another_or_to_another_question_is_refused()
    {
        byte[] reply = Hex.Bytes(Meter);
        Assert.AreEqual((int)Quality.Checksum, (int)ModbusFrame.FindReply(Request(2, 4, 0, 10), reply, reply.Length, out _));
        Assert.AreEqual((int)Quality.Checksum, (int)ModbusFrame.FindReply(Request(1, 3, 0, 10), reply, reply.Length, out _));
        Assert.AreEqual((int)Quality.Checksum, (int)ModbusFrame.FindReply(Request(1, 4, 0, 8), reply, reply.Length, out _));
    }

    [TestMethod]
    public void Every_flipped_bit_is_noticed()
    {
        byte[] reply = Hex.Bytes(Meter);
        for (int bit = 0; bit < reply.Length * 8; bit++)
        {
            reply[bit / 8] ^= (byte)(1 << (bit % 8));
            AssertFound(Quality.Checksum, 0, reply);
            reply[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [TestMethod]
    public void Random_bytes_are_no_reply_and_do_no_harm()
    {
        Random random = new Random(485);
        for (int round = 0; round < 2000; round++)
        {
            byte[] frame = new byte[random.Next(60)];
            random.NextBytes(frame);
            if (frame.Length > 3 && random.Next(2) == 0)
            {
                // Past the first gates.
                int at = random.Next(frame.Length - 2);
                frame[at] = 1;
                frame[at + 1] = (byte)(random.Next(2) == 0 ? 0x04 : 0x84);
                frame[at + 2] = 20;
            }

            AssertFound(frame.Length < 25 ? Quality.Timeout : Quality.Checksum, 0, frame);
        }
    }

    private static byte[] Request(int slave, int function, int first, int registers)
    {
        byte[] frame = new byte[ModbusFrame.RequestLength];
        ModbusFrame.WriteRead(frame, slave, function, first, registers);
        return frame;
    }

    private static void AssertFound(Quality quality, int at, byte[] heard)
    {
        Assert.AreEqual((int)quality, (int)ModbusFrame.FindReply(Request(1, 4, 0, 10), heard, heard.Length, out int start));
        Assert.AreEqual(at, start);
    }
}
