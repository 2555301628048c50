using Appliance.Core.Checksums;
using Appliance.Core.Chips;
using Appliance.Core.Metrics;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Chips;

[TestClass]
public class Sht4xReplyTests
{
    [TestMethod]
    public void A_reply_is_decoded()
    {
        Quality quality = Sht4xReply.Decode(Hex.Bytes("66 66 93 72 B0 DC"), out long celsius, out long humidity);
        Assert.AreEqual((int)Quality.Ok, (int)quality);
        Assert.AreEqual(2500L, celsius);
        Assert.AreEqual(5000L, humidity);
    }

    [TestMethod]
    public void The_ends_of_the_raw_range_are_beyond_the_chip()
    {
        Assert.AreEqual((int)Quality.OutOfRange, (int)Sht4xReply.Decode(Words(0, 0), out long celsius, out long humidity));
        Assert.AreEqual(-4500L, celsius);
        Assert.AreEqual(0L, humidity);
        Assert.AreEqual((int)Quality.OutOfRange, (int)Sht4xReply.Decode(Words(0xFFFF, 0xFFFF), out celsius, out humidity));
        Assert.AreEqual(13000L, celsius);
        Assert.AreEqual(10000L, humidity);
    }

    [TestMethod]
    public void Every_flipped_bit_is_noticed()
    {
        byte[] reply = Hex.Bytes("66 66 93 72 B0 DC");
        for (int bit = 0; bit < 48; bit++)
        {
            reply[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.AreEqual((int)Quality.Checksum, (int)Sht4xReply.Decode(reply, out _, out _));
            reply[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [DataRow("00 00 00 00 00 00")]
    [DataRow("FF FF FF FF FF FF")]
    public void A_dead_bus_is_no_reply(string reply)
    {
        Assert.AreEqual((int)Quality.Checksum, (int)Sht4xReply.Decode(Hex.Bytes(reply), out _, out _));
    }

    [TestMethod]
    public void Humidity_stays_within_its_bounds_and_rises_with_the_raw_value()
    {
        long before = 0;
        for (int raw = 0; raw <= 0xFFFF; raw += 255)
        {
            Sht4xReply.Decode(Words(0x6666, raw), out _, out long humidity);
            Assert.IsTrue(humidity >= before && humidity <= 10000);
            before = humidity;
        }

        Assert.AreEqual(10000L, before);
    }

    private static byte[] Words(int temperature, int humidity)
    {
        byte[] reply = new byte[Sht4xReply.Length];
        reply[0] = (byte)(temperature >> 8);
        reply[1] = (byte)temperature;
        reply[2] = Crc8.Sensirion(reply, 0, 2);
        reply[3] = (byte)(humidity >> 8);
        reply[4] = (byte)humidity;
        reply[5] = Crc8.Sensirion(reply, 3, 2);
        return reply;
    }
}
