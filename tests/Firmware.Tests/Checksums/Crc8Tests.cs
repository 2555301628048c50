using System;
using Appliance.Core.Checksums;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Checksums;

[TestClass]
public class Crc8Tests
{
    [DataRow("50 05 4B 46 7F FF 0C 10", 0x1C)]
    [DataRow("68 01 4B 46 7F FF 08 10", 0x05)]
    [DataRow("91 01 4B 46 7F FF 0F 10", 0x25)]
    [DataRow("5E FF 4B 46 7F FF 02 10", 0xB6)]
    [DataRow("D0 07 4B 46 7F FF 10 10", 0x55)]
    [DataRow("90 FC 4B 46 7F FF 10 10", 0xEE)]
    [DataRow("28 13 9B BB 0B 00 00", 0x1F)]
    [DataRow("FF FF FF FF FF FF FF FF", 0xC9)]
    [DataRow("00 00 00 00 00 00 00 00", 0x00)]
    public void Maxim_of_scratchpads_and_roms(string data, int expected)
    {
        byte[] bytes = Hex.Bytes(data);
        Assert.AreEqual(expected, (int)Crc8.Maxim(bytes, 0, bytes.Length));
    }

    [DataRow("BE EF", 0x92)]
    [DataRow("66 66", 0x93)]
    [DataRow("72 B0", 0xDC)]
    [DataRow("80 00", 0xA2)]
    [DataRow("80 10", 0xE1)]
    public void Sensirion_of_words(string data, int expected)
    {
        byte[] bytes = Hex.Bytes(data);
        Assert.AreEqual(expected, (int)Crc8.Sensirion(bytes, 0, bytes.Length));
    }

    [TestMethod]
    public void Maxim_over_data_and_its_own_crc_is_zero()
    {
        Random random = new Random(8);
        byte[] data = new byte[9];
        for (int round = 0; round < 200; round++)
        {
            random.NextBytes(data);
            data[8] = Crc8.Maxim(data, 0, 8);
            Assert.AreEqual(0, (int)Crc8.Maxim(data, 0, 9));
        }
    }

    [TestMethod]
    public void Both_notice_every_flipped_bit()
    {
        byte[] data = Hex.Bytes("91 01 4B 46 7F FF 0F 10");
        int maxim = Crc8.Maxim(data, 0, 8);
        int sensirion = Crc8.Sensirion(data, 0, 8);
        for (int bit = 0; bit < 64; bit++)
        {
            data[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.AreNotEqual(maxim, (int)Crc8.Maxim(data, 0, 8));
            Assert.AreNotEqual(sensirion, (int)Crc8.Sensirion(data, 0, 8));
            data[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [TestMethod]
    public void Both_look_at_the_given_part_only()
    {
        byte[] data = Hex.Bytes("AA 66 66 BB");
        Assert.AreEqual(0x93, (int)Crc8.Sensirion(data, 1, 2));
        Assert.AreEqual((int)Crc8.Maxim(Hex.Bytes("66 66"), 0, 2), (int)Crc8.Maxim(data, 1, 2));
    }
}
