using System;
using Appliance.Core.Probing;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Probing;

[TestClass]
public class EchoErrorTests
{
    private const int Identifier = 0x4958;
    private const uint Switch = 0xC0000202;

    [DataRow("03 01 11 7E", (int)EchoAnswer.Unreachable)]
    [DataRow("0B 00 09 7F", (int)EchoAnswer.TimeExceeded)]
    public void Known_errors_are_read(string head, int expected)
    {
        byte[] packet = Hex.Bytes(
            "45 00 00 38 12 34 00 00 FA 01 C2 51 C6 33 64 01 C0 00 02 0A " + head + " 00 00 00 00 "
            + "45 00 00 38 12 34 00 00 3F 01 E5 84 C0 00 02 0A C0 00 02 02 08 00 9A 21 49 58 00 07");
        Is((EchoAnswer)expected, 7, packet);
    }

    [TestMethod]
    public void The_error_about_any_request_is_read()
    {
        Random random = new Random(792);
        int[] types = { EchoError.DestinationUnreachable, EchoError.TimeExceeded, EchoError.ParameterProblem };
        EchoAnswer[] meanings = { EchoAnswer.Unreachable, EchoAnswer.TimeExceeded, EchoAnswer.Unreachable };
        for (int round = 0; round < 300; round++)
        {
            int sequence = random.Next(0x10000);
            int which = random.Next(types.Length);
            int header = 20 + (4 * random.Next(11));
            int quotedHeader = 20 + (4 * random.Next(11));
            byte[] packet = EchoError.About(Identifier, sequence, types[which], header, quotedHeader, 8 + random.Next(120));
            packet[header + 1] = (byte)random.Next(16);
            EchoReply.Seal(packet, header);
            Is(meanings[which], sequence, packet);
        }
    }

    [TestMethod]
    public void Other_types_say_nothing()
    {
        for (int type = 0; type < 256; type++)
        {
            bool isError = type == 3 || type == 11 || type == 12;
            byte[] packet = EchoError.About(Identifier, 7, type, 20, 20, 36);
            Assert.AreEqual(isError, EchoPacket.Read(packet, packet.Length, Identifier, out _, out _) != EchoAnswer.None);
        }
    }

    [TestMethod]
    public void An_error_that_is_cut_is_none_even_with_a_mended_check_sum()
    {
        byte[] whole = EchoError.About(Identifier, 7, EchoError.TimeExceeded, 24, 28, 8);
        for (int length = 0; length < whole.Length; length++)
        {
            Is(EchoAnswer.None, -1, whole, length);
            byte[] cut = new byte[length];
            Array.Copy(whole, cut, length);
            Is(EchoAnswer.None, -1, cut, length);
            if (length >= 28)
            {
                EchoReply.Seal(cut, 24);
                Is(EchoAnswer.None, -1, cut, length);
            }
        }

        Is(EchoAnswer.None, -1, whole, whole.Length + 1);
    }

    [DataRow(0, 0x65)]
    [DataRow(0, 0x44)]
    [DataRow(9, 17)]
    [DataRow(28, 0x65)]
    [DataRow(28, 0x44)]
    [DataRow(28, 0x4F)]
    [DataRow(34, 0x01)]
    [DataRow(35, 0x01)]
    [DataRow(37, 6)]
    [DataRow(48, 0)]
    [DataRow(49, 1)]
    [DataRow(52, 0x48)]
    [DataRow(53, 0x59)]
    public void An_error_about_anything_but_a_request_of_ours_is_none(int at, int value)
    {
        byte[] packet = EchoError.About(Identifier, 7, EchoError.DestinationUnreachable, 20, 20, 8);
        Is(EchoAnswer.Unreachable, 7, packet);
        packet[at] = (byte)value;
        EchoReply.Seal(packet, 20);
        Is(EchoAnswer.None, -1, packet);
    }

    [TestMethod]
    public void Do_not_fragment_is_no_fragment()
    {
        byte[] packet = EchoError.About(Identifier, 7, EchoError.DestinationUnreachable, 20, 20, 8);
        packet[34] = 0x60;
        EchoReply.Seal(packet, 20);
        Is(EchoAnswer.Unreachable, 7, packet);
    }

    [TestMethod]
    public void Every_flipped_bit_of_the_message_is_noticed()
    {
        byte[] packet = EchoError.About(Identifier, 7, EchoError.TimeExceeded, 20, 20, 36);
        for (int bit = 20 * 8; bit < packet.Length * 8; bit++)
        {
            packet[bit / 8] ^= (byte)(1 << (bit % 8));
            Is(EchoAnswer.None, -1, packet);
            packet[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    /// <summary>Most mutants get a sound check sum, so that it does not hide what lies behind it.</summary>
    [TestMethod]
    public void Mutants_do_no_harm_and_give_only_what_they_quote()
    {
        Random random = new Random(1122);
        int read = 0;
        for (int round = 0; round < 6000; round++)
        {
            bool isReply = random.Next(4) == 0;
            byte[] original = isReply
                ? EchoReply.To(Identifier, 7, 20)
                : EchoError.About(Identifier, 7, EchoError.TimeExceeded, 20, 20 + (4 * random.Next(2)), 8 + random.Next(30));
            byte[] packet = Mutant.Of(original, random);
            int header = packet.Length == 0 ? 0 : (packet[0] & 0x0F) * 4;
            if (header >= 20 && header + 4 <= packet.Length && random.Next(4) > 0)
            {
                EchoReply.Seal(packet, header);
            }

            EchoAnswer answer = EchoPacket.Read(packet, packet.Length, Identifier, out int sequence, out uint target);
            EchoPacket.Read(packet, random.Next(packet.Length + 1), Identifier, out _, out _);
            if (answer == EchoAnswer.None)
            {
                Assert.AreEqual(-1, sequence);
                Assert.AreEqual(0u, target);
                continue;
            }

            read++;
            int at = answer == EchoAnswer.Reply ? 0 : header + 8;
            int echo = at + ((packet[at] & 0x0F) * 4);
            Assert.AreEqual((packet[echo + 6] * 256) + packet[echo + 7], sequence);
            Assert.AreEqual(0x4958, (packet[echo + 4] * 256) + packet[echo + 5]);
            Assert.AreEqual(answer == EchoAnswer.Reply ? 0 : 8, (int)packet[echo]);
        }

        // Some mutations hit what does not matter, so the rules behind the check sum were reached.
        Assert.IsTrue(read > 100 && read < 3000);
    }

    private static void Is(EchoAnswer expected, int sequence, byte[] packet)
    {
        EchoAnswer answer = EchoPacket.Read(packet, packet.Length, Identifier, out int found, out uint target);
        Assert.AreEqual((int)expected, (int)answer);
        Assert.AreEqual(sequence, found);
        Assert.AreEqual(expected == EchoAnswer.None ? 0u : Switch, target);
    }

    private static void Is(EchoAnswer expected, int sequence, byte[] packet, int length)
    {
        Assert.AreEqual((int)expected, (int)EchoPacket.Read(packet, length, Identifier, out int found, out _));
        Assert.AreEqual(sequence, found);
    }
}
