using System;
using Appliance.Core.Chips;
using Appliance.Core.Metrics;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Chips;

[TestClass]
public class Bme280ReadingTests
{
    /// <summary>dig_T1 to dig_P9 of the example of the makers, and dig_H1 75.</summary>
    private const string First = "70 6B 43 67 18 FC 7D 8E 43 D6 D0 0B 27 0B 8C 00 F9 FF 8C 3C F8 C6 70 17 00 4B";

    /// <summary>dig_H2 362, dig_H3 0, dig_H4 318, dig_H5 50, dig_H6 30.</summary>
    private const string Second = "6A 01 00 13 2E 03 1E";

    [TestMethod]
    public void A_calibration_is_read()
    {
        Bme280Calibration calibration = Calibration();
        Assert.AreEqual(27504, calibration.T1);
        Assert.AreEqual(26435, calibration.T2);
        Assert.AreEqual(-1000, calibration.T3);
        Assert.AreEqual(36477, calibration.P1);
        Assert.AreEqual(-10685, calibration.P2);
        Assert.AreEqual(3024, calibration.P3);
        Assert.AreEqual(2855, calibration.P4);
        Assert.AreEqual(140, calibration.P5);
        Assert.AreEqual(-7, calibration.P6);
        Assert.AreEqual(15500, calibration.P7);
        Assert.AreEqual(-14600, calibration.P8);
        Assert.AreEqual(6000, calibration.P9);
        Assert.AreEqual(75, calibration.H1);
        Assert.AreEqual(362, calibration.H2);
        Assert.AreEqual(0, calibration.H3);
        Assert.AreEqual(318, calibration.H4);
        Assert.AreEqual(50, calibration.H5);
        Assert.AreEqual(30, calibration.H6);
        Assert.IsTrue(calibration.IsSound && calibration.HasHumidity);
    }

    [DataRow("6A 01 00 FF FF FF FF", -1, -1, -1)]
    [DataRow("6A 01 00 80 00 80 80", -2048, -2048, -128)]
    [DataRow("6A 01 00 7F FF 7F 7F", 2047, 2047, 127)]
    public void Twelve_bits_have_a_sign(string second, int h4, int h5, int h6)
    {
        Bme280Calibration calibration = new Bme280Calibration();
        calibration.Load(Hex.Bytes(First), Hex.Bytes(second));
        Assert.AreEqual(h4, calibration.H4);
        Assert.AreEqual(h5, calibration.H5);
        Assert.AreEqual(h6, calibration.H6);
    }

    [TestMethod]
    public void The_example_of_the_makers_comes_out()
    {
        Bme280Calibration calibration = Calibration();
        Quality quality = Bme280Reading.Temperature(calibration, 519888, out long fine, out long hundredths);
        Assert.AreEqual((int)Quality.Ok, (int)quality);
        Assert.AreEqual(128422L, fine);
        Assert.AreEqual(2508L, hundredths);
        quality = Bme280Reading.Pressure(calibration, 415148, fine, out long pascal);
        Assert.AreEqual((int)Quality.Ok, (int)quality);
        Assert.AreEqual(100653L, pascal);
    }

    [TestMethod]
    public void A_memory_of_one_value_is_no_calibration()
    {
        AssertUncalibrated(0x00);
        AssertUncalibrated(0xFF);
    }

    [TestMethod]
    public void Nothing_measured_is_told_from_a_reading_at_the_mark()
    {
        Assert.IsTrue(Bme280Reading.IsPowerOn(0x80000, 0x80000));
        Assert.IsFalse(Bme280Reading.IsPowerOn(0x80000, 415148));
        Assert.IsFalse(Bme280Reading.IsPowerOn(519888, 0x80000));
    }

    [DataRow(0, (int)Quality.OutOfRange)]
    [DataRow(519888, (int)Quality.Ok)]
    [DataRow(0xFFFFF, (int)Quality.OutOfRange)]
    public void A_temperature_beyond_the_chip_is_none(int raw, int expected)
    {
        Assert.AreEqual(expected, (int)Bme280Reading.Temperature(Calibration(), raw, out _, out _));
    }

    [DataRow(0, (int)Quality.OutOfRange)]
    [DataRow(415148, (int)Quality.Ok)]
    [DataRow(0xFFFFF, (int)Quality.OutOfRange)]
    public void A_pressure_beyond_the_chip_is_none(int raw, int expected)
    {
        Assert.AreEqual(expected, (int)Bme280Reading.Pressure(Calibration(), raw, 128422, out _));
    }

    [TestMethod]
    public void Humidity_stays_within_its_bounds_and_rises_with_the_raw_value()
    {
        long before = 0;
        for (int raw = 0; raw <= 0xFFFF; raw += 85)
        {
            Assert.AreEqual((int)Quality.Ok, (int)Bme280Reading.Humidity(Calibration(), raw, 128422, out long humidity));
            Assert.IsTrue(humidity >= before && humidity <= 10000);
            before = humidity;
        }

        Assert.AreEqual(10000L, before);
    }

    [TestMethod]
    public void Any_words_and_any_calibration_are_within_the_chip_or_no_reading()
    {
        Random random = new Random(280);
        Bme280Calibration calibration = new Bme280Calibration();
        byte[] first = new byte[Bme280Calibration.FirstLength];
        byte[] second = new byte[Bme280Calibration.SecondLength];
        int ok = 0;
        for (int round = 0; round < 3000; round++)
        {
            random.NextBytes(first);
            random.NextBytes(second);
            calibration.Load(round % 2 == 0 ? first : Hex.Bytes(First), second);
            Quality quality = Bme280Reading.Temperature(calibration, random.Next(1 << 20), out long fine, out long celsius);
            Assert.IsTrue(quality != Quality.Ok || (celsius >= -4000 && celsius <= 8500));
            Quality pressure = Bme280Reading.Pressure(calibration, random.Next(1 << 20), fine, out long pascal);
            Assert.IsTrue(pressure != Quality.Ok || (pascal >= 30_000 && pascal <= 110_000));
            Bme280Reading.Humidity(calibration, random.Next(1 << 16), fine, out long percent);
            Assert.IsTrue(percent >= 0 && percent <= 10_000);
            ok += quality == Quality.Ok && pressure == Quality.Ok ? 1 : 0;
        }

        Assert.IsTrue(ok > 0 && ok < 3000, "both ends have to be met");
    }

    private static void AssertUncalibrated(byte value)
    {
        byte[] first = new byte[Bme280Calibration.FirstLength];
        byte[] second = new byte[Bme280Calibration.SecondLength];
        for (int i = 0; i < first.Length; i++)
        {
            first[i] = value;
            second[i % second.Length] = value;
        }

        Bme280Calibration calibration = new Bme280Calibration();
        calibration.Load(first, second);
        Quality quality = Bme280Reading.Temperature(calibration, 519888, out long fine, out _);
        Assert.AreEqual((int)Quality.NotCalibrated, (int)quality);
        Assert.AreEqual((int)Quality.NotCalibrated, (int)Bme280Reading.Pressure(calibration, 415148, fine, out _));
        Assert.AreEqual((int)Quality.NotCalibrated, (int)Bme280Reading.Humidity(calibration, 30000, fine, out _));
    }

    private static Bme280Calibration Calibration()
    {
        Bme280Calibration calibration = new Bme280Calibration();
        calibration.Load(Hex.Bytes(First), Hex.Bytes(Second));
        return calibration;
    }
}
