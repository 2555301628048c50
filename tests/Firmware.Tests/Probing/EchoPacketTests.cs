using System;
using Appliance.Core.Checksums;
using Appliance.Core.Probing;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Probing;

[TestClass]
public class EchoPacketTests
{
    private const int Identifier = 0x4958;

    [TestMethod]
    public void A_request_is_an_echo_with_a_sound_check_sum()
    {
        byte[] packet = new byte[EchoPacket.Length];
        EchoPacket.WriteRequest(packet, Identifier, 0xFFFE);
        CollectionAssert.AreEqual(Hex.Bytes("08 00"), Part(packet, 0, 2));
        CollectionAssert.AreEqual(Hex.Bytes("49 58 FF FE 06 07"), Part(packet, 4, 6));
        Assert.AreEqual(0, (int)InternetChecksum.Of(packet, 0, packet.Length));
    }

    [TestMethod]
    public void The_reply_to_any_request_is_read()
    {
        Random random = new Random(792);
        for (int round = 0; round < 200; round++)
        {
            int identifier = random.Next(0x10000);
            int sequence = random.Next(0x10000);
            int header = 20 + (4 * random.Next(11));
            byte[] packet = EchoReply.To(identifier, sequence, header);
            Assert.AreEqual(sequence, Reply(packet, packet.Length, identifier));
        }
    }

    [TestMethod]
    public void A_reply_in_a_longer_buffer_is_read()
    {
        byte[] reply = EchoReply.To(Identifier, 7, 20);
        byte[] buffer = new byte[256];
        reply.CopyTo(buffer, 0);
        Assert.AreEqual(7, Reply(buffer, reply.Length, Identifier));
        Assert.AreEqual(-1, Reply(buffer, buffer.Length, Identifier));
    }

    [TestMethod]
    public void A_cut_reply_is_none()
    {
        byte[] packet = EchoReply.To(Identifier, 7, 24);
        for (int length = 0; length < packet.Length; length++)
        {
            Assert.AreEqual(-1, Reply(packet, length, Identifier));
            Assert.AreEqual(-1, Reply(Part(packet, 0, length), length, Identifier));
        }
    }

    [TestMethod]
    public void The_reply_to_another_is_none()
    {
        byte[] packet = EchoReply.To(Identifier, 7, 20);
        Assert.AreEqual(-1, Reply(packet, packet.Length, Identifier + 1));
    }

    [TestMethod]
    public void A_request_to_us_is_no_reply()
    {
        byte[] packet = EchoReply.To(Identifier, 7, 20);
        EchoPacket.WriteRequest(packet, Identifier, 7);
        byte[] received = EchoReply.To(Identifier, 7, 20);
        Array.Copy(packet, 0, received, 20, EchoPacket.Length);
        Assert.AreEqual(-1, Reply(received, received.Length, Identifier));
    }

    [TestMethod]
    public void Every_flipped_bit_of_the_message_is_noticed()
    {
        byte[] packet = EchoReply.To(Identifier, 7, 20);
        for (int bit = 20 * 8; bit < packet.Length * 8; bit++)
        {
            packet[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.AreEqual(-1, Reply(packet, packet.Length, Identifier));
            packet[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [TestMethod]
    public void Changed_data_with_a_mended_check_sum_is_noticed()
    {
        byte[] packet = EchoReply.To(Identifier, 7, 20);
        packet[40]++;
        EchoReply.Seal(packet, 20);
        Assert.AreEqual(-1, Reply(packet, packet.Length, Identifier));
    }

    [TestMethod]
    public void Random_bytes_are_no_reply_and_do_no_harm()
    {
        Random random = new Random(1);
        for (int round = 0; round < 2000; round++)
        {
            byte[] packet = new byte[random.Next(100)];
            random.NextBytes(packet);
            if (packet.Length > 9 && random.Next(2) == 0)
            {
                // Past the first gates.
                packet[0] = (byte)(0x40 | (packet[0] & 0x0F));
                packet[9] = 1;
            }

            Assert.AreEqual(-1, Reply(packet, packet.Length, Identifier));
        }
    }

    [TestMethod]
    public void Mutated_replies_give_their_sequence_or_nothing()
    {
        Random random = new Random(2);
        for (int round = 0; round < 2000; round++)
        {
            byte[] packet = EchoReply.To(Identifier, 7, 20);
            for (int i = random.Next(4); i >= 0; i--)
            {
                // Whose reply it is, is for others to judge.
                int at = random.Next(packet.Length);
                packet[at] = at >= 12 && at < 16 ? packet[at] : (byte)random.Next(256);
            }

            int sequence = Reply(packet, random.Next(packet.Length + 1), Identifier);
            Assert.IsTrue(sequence == -1 || sequence == 7);
        }
    }

    /// <returns>The sequence of a reply of 192.0.2.2; -1 if it is none.</returns>
    private static int Reply(byte[] packet, int length, int identifier)
    {
        EchoAnswer answer = EchoPacket.Read(packet, length, identifier, out int sequence, out uint target);
        Assert.AreEqual((int)(sequence < 0 ? EchoAnswer.None : EchoAnswer.Reply), (int)answer);
        Assert.AreEqual(sequence < 0 ? 0u : 0xC0000202u, target);
        return sequence;
    }

    private static byte[] Part(byte[] bytes, int offset, int count)
    {
        byte[] part = new byte[count];
        Array.Copy(bytes, offset, part, 0, count);
        return part;
    }
}
