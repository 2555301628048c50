using System;
using Appliance.Core.Checksums;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Checksums;

[TestClass]
public class InternetChecksumTests
{
    [DataRow("08 00 00 00 49 58 00 01 61 62 63 64 65 66 67 68", 0x1D11)]
    [DataRow("00 00 00 00 49 58 00 01 61 62 63 64 65 66 67 68", 0x2511)]
    [DataRow("00 01 F2 03 F4 F5 F6 F7", 0x220D)]
    public void Matches_known_messages(string message, int expected)
    {
        byte[] bytes = Hex.Bytes(message);
        Assert.AreEqual(expected, (int)InternetChecksum.Of(bytes, 0, bytes.Length));
    }

    [TestMethod]
    public void Is_zero_over_a_sound_echo_request_and_its_reply()
    {
        Assert.AreEqual(0, (int)InternetChecksum.Of(Hex.Bytes("08 00 1D 11 49 58 00 01 61 62 63 64 65 66 67 68"), 0, 16));
        Assert.AreEqual(0, (int)InternetChecksum.Of(Hex.Bytes("00 00 25 11 49 58 00 01 61 62 63 64 65 66 67 68"), 0, 16));
    }

    [TestMethod]
    public void An_odd_last_byte_counts_as_the_high_one()
    {
        Assert.AreEqual(
            (int)InternetChecksum.Of(Hex.Bytes("12 34 AB 00"), 0, 4),
            (int)InternetChecksum.Of(Hex.Bytes("12 34 AB"), 0, 3));
    }

    [TestMethod]
    public void Carries_are_folded_until_none_is_left()
    {
        byte[] ones = new byte[1500];
        for (int i = 0; i < ones.Length; i++)
        {
            ones[i] = 0xFF;
        }

        Assert.AreEqual(0, (int)InternetChecksum.Of(ones, 0, ones.Length));
        Assert.AreEqual(0xFFFF, (int)InternetChecksum.Of(ones, 0, 0));
    }

    [TestMethod]
    public void Put_into_its_field_it_makes_any_message_sound()
    {
        Random random = new Random(1071);
        for (int round = 0; round < 200; round++)
        {
            int offset = random.Next(4);
            byte[] message = new byte[offset + 4 + random.Next(60)];
            random.NextBytes(message);
            message[offset + 2] = 0;
            message[offset + 3] = 0;
            int sum = InternetChecksum.Of(message, offset, message.Length - offset);
            message[offset + 2] = (byte)(sum >> 8);
            message[offset + 3] = (byte)sum;
            Assert.AreEqual(0, (int)InternetChecksum.Of(message, offset, message.Length - offset));
        }
    }
}
