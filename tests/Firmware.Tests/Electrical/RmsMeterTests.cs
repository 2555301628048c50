using System;
using Appliance.Core.Electrical;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Electrical;

[TestClass]
public class RmsMeterTests
{
    [TestMethod]
    public void Before_the_first_burst_there_is_nothing()
    {
        RmsMeter meter = new RmsMeter();
        meter.Add(1000);
        Assert.AreEqual(0, meter.Bursts);
        Assert.AreEqual(0L, meter.Rms);
        Assert.AreEqual(0L, meter.Mean);
    }

    [DataRow(0)]
    [DataRow(1650000)]
    [DataRow(-300000)]
    public void A_square_wave_has_its_amplitude_whatever_the_bias(int bias)
    {
        RmsMeter meter = new RmsMeter();
        for (int i = 0; i < 400; i++)
        {
            meter.Add(bias + (i % 2 == 0 ? 20_000 : -20_000));
        }

        meter.EndBurst();
        Assert.AreEqual(20_000L, meter.Rms);
        Assert.AreEqual((long)bias, meter.Mean);
    }

    [TestMethod]
    public void Bias_that_drifts_from_burst_to_burst_does_no_harm()
    {
        RmsMeter meter = new RmsMeter();
        for (int burst = 0; burst < 10; burst++)
        {
            for (int i = 0; i < 20; i++)
            {
                meter.Add((burst * 100_000) + (i % 2 == 0 ? 5_000 : -5_000));
            }

            meter.EndBurst();
        }

        Assert.AreEqual(10, meter.Bursts);
        Assert.AreEqual(5_000L, meter.Rms);
        Assert.AreEqual(450_000L, meter.Mean);
    }

    [TestMethod]
    public void Bursts_count_by_their_mean_square()
    {
        RmsMeter meter = new RmsMeter();
        Square(meter, 3_000);
        meter.EndBurst();
        Square(meter, 4_000);
        meter.EndBurst();
        Assert.AreEqual(3_536L, meter.Rms);
    }

    [TestMethod]
    public void Dropped_burst_and_cleared_meter_leave_no_trace()
    {
        RmsMeter meter = new RmsMeter();
        Square(meter, 900_000);
        meter.DropBurst();
        Square(meter, 1_000);
        meter.EndBurst();
        Assert.AreEqual(1_000L, meter.Rms);
        meter.Clear();
        meter.EndBurst();
        Assert.AreEqual(0, meter.Bursts);
        Square(meter, 2_000);
        meter.EndBurst();
        Assert.AreEqual(2_000L, meter.Rms);
    }

    [TestMethod]
    public void Any_samples_have_a_root_between_nothing_and_half_their_span()
    {
        Random random = new Random(5);
        RmsMeter meter = new RmsMeter();
        for (int run = 0; run < 100; run++)
        {
            meter.Clear();
            long least = long.MaxValue;
            long most = long.MinValue;
            for (int i = random.Next(300); i >= 0; i--)
            {
                long sample = random.Next(10_000_000) - 5_000_000;
                least = sample < least ? sample : least;
                most = sample > most ? sample : most;
                meter.Add(sample);
            }

            meter.EndBurst();
            Assert.IsTrue(meter.Rms >= 0 && meter.Rms <= ((most - least) / 2) + 1);
            Assert.IsTrue(meter.Mean >= least && meter.Mean <= most);
        }
    }

    private static void Square(RmsMeter meter, int amplitude)
    {
        for (int i = 0; i < 20; i++)
        {
            meter.Add(i % 2 == 0 ? amplitude : -amplitude);
        }
    }
}
