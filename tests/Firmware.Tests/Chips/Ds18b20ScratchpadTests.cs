using System;
using Appliance.Core.Checksums;
using Appliance.Core.Chips;
using Appliance.Core.Metrics;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Chips;

[TestClass]
public class Ds18b20ScratchpadTests
{
    [DataRow("68 01 4B 46 7F FF 08 10 05", 2250)]
    [DataRow("91 01 4B 46 7F FF 0F 10 25", 2506)]
    [DataRow("5E FF 4B 46 7F FF 02 10 B6", -1013)]
    [DataRow("D0 07 4B 46 7F FF 10 10 55", 12500)]
    [DataRow("90 FC 4B 46 7F FF 10 10 EE", -5500)]
    public void A_temperature_is_decoded(string scratchpad, int expected)
    {
        Quality quality = Decode(Hex.Bytes(scratchpad), Ds18b20Scratchpad.Unknown, out long hundredths);
        Assert.AreEqual((int)Quality.Ok, (int)quality);
        Assert.AreEqual((long)expected, hundredths);
    }

    [TestMethod]
    public void The_power_on_value_is_no_reading()
    {
        byte[] scratchpad = Hex.Bytes("50 05 4B 46 7F FF 0C 10 1C");
        Assert.AreEqual((int)Quality.PowerOn, (int)Decode(scratchpad, Ds18b20Scratchpad.Unknown, out _));
        Assert.AreEqual((int)Quality.PowerOn, (int)Decode(scratchpad, 2500, out _));
    }

    [TestMethod]
    public void Eighty_five_degrees_is_believed_of_a_part_that_converted_or_was_near()
    {
        byte[] converted = Seal(Hex.Bytes("50 05 4B 46 7F FF 10 10 00"));
        Assert.AreEqual((int)Quality.Ok, (int)Decode(converted, Ds18b20Scratchpad.Unknown, out long hundredths));
        Assert.AreEqual(8500L, hundredths);
        byte[] clone = Hex.Bytes("50 05 4B 46 7F FF 0C 10 1C");
        Assert.AreEqual((int)Quality.Ok, (int)Decode(clone, 8400, out hundredths));
        Assert.AreEqual(8500L, hundredths);
        Assert.AreEqual((int)Quality.PowerOn, (int)Decode(clone, 8800, out _));
    }

    [DataRow("FF FF FF FF FF FF FF FF FF", (int)Quality.NotPresent)]
    [DataRow("00 00 00 00 00 00 00 00 00", (int)Quality.BusShorted)]
    [DataRow("68 01 4B 46 7F FF 08 10 06", (int)Quality.Checksum)]
    public void A_bad_answer_tells_why(string scratchpad, int expected)
    {
        Assert.AreEqual(expected, (int)Decode(Hex.Bytes(scratchpad), 2000, out _));
    }

    [TestMethod]
    public void A_failed_conversion_is_out_of_range()
    {
        byte[] scratchpad = Seal(Hex.Bytes("FF 07 4B 46 7F FF 01 10 00"));
        Assert.AreEqual((int)Quality.OutOfRange, (int)Decode(scratchpad, 2000, out _));
    }

    [TestMethod]
    public void The_first_value_of_a_clone_that_begins_warm_is_set_aside_once()
    {
        byte[] scratchpad = Seal(Hex.Bytes("90 01 4B 46 7F FF 0C 66 00"));
        long previous = Ds18b20Scratchpad.Unknown;
        Assert.AreEqual((int)Quality.PowerOn, (int)Ds18b20Scratchpad.Decode(scratchpad, ref previous, out _));
        Assert.AreEqual((int)Quality.Ok, (int)Ds18b20Scratchpad.Decode(scratchpad, ref previous, out long hundredths));
        Assert.AreEqual(2500L, hundredths);

        previous = 2600;
        Assert.AreEqual((int)Quality.PowerOn, (int)Ds18b20Scratchpad.Decode(scratchpad, ref previous, out _));
        Assert.AreEqual((int)Quality.Ok, (int)Ds18b20Scratchpad.Decode(scratchpad, ref previous, out _));
        Assert.AreEqual((int)Quality.Ok, (int)Decode(scratchpad, 2450, out _));
    }

    [TestMethod]
    public void Twenty_five_degrees_of_a_genuine_part_are_a_reading_at_once()
    {
        byte[] scratchpad = Seal(Hex.Bytes("90 01 4B 46 7F FF 10 10 00"));
        Assert.AreEqual((int)Quality.Ok, (int)Decode(scratchpad, Ds18b20Scratchpad.Unknown, out _));
    }

    [TestMethod]
    public void The_power_on_value_is_not_believed_for_being_told_twice()
    {
        byte[] scratchpad = Hex.Bytes("50 05 4B 46 7F FF 0C 10 1C");
        long previous = 2500;
        for (int i = 0; i < 3; i++)
        {
            Assert.AreEqual((int)Quality.PowerOn, (int)Ds18b20Scratchpad.Decode(scratchpad, ref previous, out _));
            Assert.AreEqual(2500L, previous);
        }
    }

    [TestMethod]
    public void Nobody_has_no_reading_before()
    {
        long previous = 8450;
        Ds18b20Scratchpad.Decode(Hex.Bytes("FF FF FF FF FF FF FF FF FF"), ref previous, out _);
        Assert.AreEqual(Ds18b20Scratchpad.Unknown, previous);
    }

    [DataRow(0x1F, 2500)]
    [DataRow(0x3F, 2525)]
    [DataRow(0x5F, 2538)]
    [DataRow(0x7F, 2544)]
    public void Bits_below_the_resolution_do_not_count(int configuration, int expected)
    {
        // 25.4375 degrees, all four low bits set to something.
        byte[] scratchpad = Hex.Bytes("97 01 4B 46 00 FF 0F 10 00");
        scratchpad[4] = (byte)configuration;
        Quality quality = Decode(Seal(scratchpad), 2000, out long hundredths);
        Assert.AreEqual((int)Quality.Ok, (int)quality);
        Assert.AreEqual((long)expected, hundredths);
    }

    [TestMethod]
    public void Every_flipped_bit_is_noticed()
    {
        byte[] scratchpad = Hex.Bytes("68 01 4B 46 7F FF 08 10 05");
        for (int bit = 0; bit < 72; bit++)
        {
            scratchpad[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.AreEqual((int)Quality.Checksum, (int)Decode(scratchpad, 2000, out _));
            scratchpad[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [TestMethod]
    public void Every_raw_word_is_its_sixteenth_of_a_degree_or_out_of_range()
    {
        byte[] scratchpad = Hex.Bytes("00 00 4B 46 7F FF 01 10 00");
        for (int word = 0; word <= 0xFFFF; word += 7)
        {
            scratchpad[0] = (byte)word;
            scratchpad[1] = (byte)(word >> 8);
            Quality quality = Decode(Seal(scratchpad), Ds18b20Scratchpad.Unknown, out long hundredths);
            int raw = (short)word;
            bool isInRange = raw >= -880 && raw <= 2000;
            Assert.AreEqual((int)(isInRange ? Quality.Ok : Quality.OutOfRange), (int)quality);
            long error = (hundredths * 16) - (raw * 100L);
            Assert.IsTrue(!isInRange || (error >= -8 && error <= 8));
        }
    }

    [TestMethod]
    public void Any_bytes_with_a_sound_check_sum_give_a_temperature_of_the_part_or_none()
    {
        Random random = new Random(18);
        int ok = 0;
        for (int round = 0; round < 2000; round++)
        {
            byte[] scratchpad = new byte[9];
            random.NextBytes(scratchpad);
            scratchpad[4] = random.Next(4) == 0 ? scratchpad[4] : (byte)0x7F;
            scratchpad[1] = random.Next(2) == 0 ? scratchpad[1] : (byte)(scratchpad[1] & 0x07);
            if (Decode(Seal(scratchpad), 2000, out long hundredths) == Quality.Ok)
            {
                ok++;
                Assert.IsTrue(hundredths >= -5500 && hundredths <= 12500);
            }
        }

        Assert.IsTrue(ok > 0 && ok < 2000, "both ends have to be met");
    }

    private static Quality Decode(byte[] scratchpad, long previous, out long hundredths) =>
        Ds18b20Scratchpad.Decode(scratchpad, ref previous, out hundredths);

    private static byte[] Seal(byte[] scratchpad)
    {
        scratchpad[8] = Crc8.Maxim(scratchpad, 0, 8);
        return scratchpad;
    }
}
