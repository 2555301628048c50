using System;
using Appliance.Core.Checksums;
using Appliance.Core.Chips;
using Appliance.Core.Metrics;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Chips;

[TestClass]
public class Sht3xReplyTests
{
    [TestMethod]
    public void A_reply_is_decoded()
    {
        Quality quality = Sht3xReply.Decode(Hex.Bytes("66 66 93 80 00 A2"), out long celsius, out long humidity);
        Assert.AreEqual((int)Quality.Ok, (int)quality);
        Assert.AreEqual(2500L, celsius);
        Assert.AreEqual(5000L, humidity);
    }

    [TestMethod]
    public void The_ends_of_the_raw_range_are_beyond_the_chip()
    {
        Assert.AreEqual((int)Quality.OutOfRange, (int)Sht3xReply.Decode(Words(0, 0), out long celsius, out long humidity));
        Assert.AreEqual(-4500L, celsius);
        Assert.AreEqual(0L, humidity);
        Assert.AreEqual((int)Quality.OutOfRange, (int)Sht3xReply.Decode(Words(0xFFFF, 0xFFFF), out celsius, out humidity));
        Assert.AreEqual(13000L, celsius);
        Assert.AreEqual(10000L, humidity);
    }

    [TestMethod]
    public void Every_flipped_bit_is_noticed()
    {
        byte[] reply = Hex.Bytes("66 66 93 80 00 A2");
        for (int bit = 0; bit < 48; bit++)
        {
            reply[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.AreEqual((int)Quality.Checksum, (int)Sht3xReply.Decode(reply, out _, out _));
            reply[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [DataRow("00 00 00 00 00 00")]
    [DataRow("FF FF FF FF FF FF")]
    public void A_dead_bus_is_no_reply(string reply)
    {
        Assert.AreEqual((int)Quality.Checksum, (int)Sht3xReply.Decode(Hex.Bytes(reply), out _, out _));
    }

    [TestMethod]
    public void Any_words_are_within_half_a_hundredth_of_the_formula_and_within_the_chip()
    {
        Random random = new Random(31);
        int ok = 0;
        for (int round = 0; round < 1000; round++)
        {
            int temperature = random.Next(0x10000);
            int humidity = random.Next(0x10000);
            Quality quality = Sht3xReply.Decode(Words(temperature, humidity), out long celsius, out long percent);
            AssertNear(temperature * 17500L, (celsius + 4500) * 65535);
            AssertNear(humidity * 10000L, percent * 65535);
            Assert.AreEqual(celsius >= -4000 && celsius <= 12500, quality == Quality.Ok);
            ok += quality == Quality.Ok ? 1 : 0;
        }

        Assert.IsTrue(ok > 0 && ok < 1000, "both ends have to be met");
    }

    private static void AssertNear(long exact, long told) =>
        Assert.IsTrue(2 * (exact - told) <= 65535 && 2 * (told - exact) <= 65535);

    private static byte[] Words(int temperature, int humidity)
    {
        byte[] reply = new byte[Sht3xReply.Length];
        reply[0] = (byte)(temperature >> 8);
        reply[1] = (byte)temperature;
        reply[2] = Crc8.Sensirion(reply, 0, 2);
        reply[3] = (byte)(humidity >> 8);
        reply[4] = (byte)humidity;
        reply[5] = Crc8.Sensirion(reply, 3, 2);
        return reply;
    }
}
