using System;
using Appliance.Core.Chips;
using Appliance.Core.Metrics;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Chips;

[TestClass]
public class NtcCurveTests
{
    private const int Reference = 3_300_000;

    // 33.6 kOhm at 0 °C and 5.30 kOhm at 40 °C are rounded to three digits: a tenth of a kelvin.
    [DataRow(2543000, 0, 5)]
    [DataRow(1650000, 2500, 0)]
    [DataRow(1143000, 4000, 5)]
    public void Curve_of_10k_and_3950_goes_through_its_points(int microvolts, int hundredths, int tolerance)
    {
        Assert.AreEqual((int)Quality.Ok, (int)Low().Decode(microvolts, out long low));
        Assert.AreEqual((int)Quality.Ok, (int)High().Decode(Reference - microvolts, out long high));
        Assert.IsTrue(low >= hundredths - tolerance && low <= hundredths + tolerance);
        Assert.AreEqual(low, high);
    }

    [DataRow(-5000000, 12)]
    [DataRow(0, 12)]
    [DataRow(165000, 12)]
    [DataRow(165001, 0)]
    [DataRow(3134999, 0)]
    [DataRow(3135000, 11)]
    [DataRow(3300000, 11)]
    [DataRow(6144000, 11)]
    public void Ends_are_wires(int microvolts, int expected)
    {
        Assert.AreEqual(expected, (int)Low().Decode(microvolts, out _));
        Assert.AreEqual(expected, (int)High().Decode(Reference - microvolts, out _));
    }

    [TestMethod]
    public void More_volts_across_it_are_colder()
    {
        NtcCurve curve = Low();
        long before = long.MaxValue;
        for (int microvolts = 166_000; microvolts < 3_134_000; microvolts += 1_000)
        {
            Assert.AreEqual((int)Quality.Ok, (int)curve.Decode(microvolts, out long hundredths));
            Assert.IsTrue(hundredths <= before && hundredths > -3_000 && hundredths < 12_000);
            before = hundredths;
        }
    }

    [TestMethod]
    public void Any_voltage_at_any_divider_is_a_temperature_or_a_quality()
    {
        Random random = new Random(11);
        for (int i = 0; i < 500; i++)
        {
            NtcCurve curve = new NtcCurve(
                random.Next(1_000_000), random.Next(20_000), random.Next(1_000_000), random.Next(6_000_000), i % 2 == 0);
            Quality quality = curve.Decode(random.Next(12_000_000) - 6_000_000, out long hundredths);
            Assert.IsTrue(quality != Quality.Ok || (hundredths >= -5_500 && hundredths <= 15_000));
        }
    }

    [TestMethod]
    public void Without_resistors_there_is_no_temperature()
    {
        Assert.AreEqual((int)Quality.NotCalibrated, (int)new NtcCurve(0, 3950, 10_000, Reference, false).Decode(1, out _));
        Assert.AreEqual((int)Quality.NotCalibrated, (int)new NtcCurve(10_000, 0, 10_000, Reference, false).Decode(1, out _));
        Assert.AreEqual((int)Quality.NotCalibrated, (int)new NtcCurve(10_000, 3950, 0, Reference, false).Decode(1, out _));
        Assert.AreEqual((int)Quality.NotCalibrated, (int)new NtcCurve(10_000, 3950, 10_000, 0, false).Decode(1, out _));
    }

    private static NtcCurve Low() => new NtcCurve(10_000, 3950, 10_000, Reference, false);

    private static NtcCurve High() => new NtcCurve(10_000, 3950, 10_000, Reference, true);
}
