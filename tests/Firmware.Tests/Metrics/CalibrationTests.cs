using System;
using Appliance.Core.Metrics;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Metrics;

[TestClass]
public class CalibrationTests
{
    [DataRow(2150, 0, 1_000_000, 2150)]
    [DataRow(2150, -30, 1_000_000, 2120)]
    [DataRow(2150, 0, 1_020_000, 2193)]
    [DataRow(-2150, 7, 1_020_000, -2186)]
    [DataRow(1234, 0, -1_000_000, -1234)]
    [DataRow(1, 0, 500_000, 1)]
    [DataRow(-1, 0, 500_000, -1)]
    [DataRow(3, 0, 500_000, 2)]
    [DataRow(1, 0, 499_999, 0)]
    [DataRow(3_000_001, 0, 2_000_000, 6_000_002)]
    public void Gain_and_offset_are_applied_and_rounded_half_away_from_zero(int reading, int offset, int gain, int expected)
    {
        Assert.IsTrue(new Calibration(offset, gain).TryApply(reading, out long value));
        Assert.AreEqual((long)expected, value);
    }

    [TestMethod]
    public void It_is_the_product_in_one_piece_wherever_that_fits()
    {
        Random random = new Random(11);
        for (int i = 0; i < 2000; i++)
        {
            long reading = random.Next(2_000_000_000) - 1_000_000_000;
            int gain = random.Next(2_000_000_000) - 1_000_000_000;
            long offset = random.Next(2_000_000) - 1_000_000;
            if (gain == 0)
            {
                continue;
            }

            long product = reading * gain;
            long half = product < 0 ? -500_000 : 500_000;
            Assert.IsTrue(new Calibration(offset, gain).TryApply(reading, out long value));
            Assert.AreEqual(((product + half) / 1_000_000) + offset, value);
        }
    }

    [TestMethod]
    public void What_does_not_fit_is_refused_and_never_wraps()
    {
        long[] readings = { long.MaxValue, long.MinValue, long.MaxValue / 2, long.MinValue / 2, 1_000_000_000_000_000 };
        int[] gains = { int.MaxValue, int.MinValue, 4_000_000, -4_000_000, 1_000_000, 1 };
        for (int i = 0; i < readings.Length; i++)
        {
            for (int j = 0; j < gains.Length; j++)
            {
                if (new Calibration(0, gains[j]).TryApply(readings[i], out long value))
                {
                    bool isNegative = readings[i] < 0 != gains[j] < 0;
                    Assert.AreEqual(isNegative, value < 0);
                }
                else
                {
                    Assert.AreEqual(0L, value);
                }
            }
        }

        Assert.IsFalse(new Calibration(0, 4_000_000).TryApply(long.MaxValue / 2, out _));
        Assert.IsTrue(new Calibration(0, 4_000_000).TryApply(long.MaxValue / 20, out _));
    }

    [TestMethod]
    public void A_gain_of_zero_and_an_absurd_offset_are_refused()
    {
        Assert.ThrowsException(typeof(ArgumentOutOfRangeException), () => new Calibration(0, 0));
        Assert.ThrowsException(typeof(ArgumentOutOfRangeException), () => new Calibration(long.MaxValue, 1));
        Assert.ThrowsException(typeof(ArgumentOutOfRangeException), () => new Calibration(long.MinValue, 1));
    }
}
