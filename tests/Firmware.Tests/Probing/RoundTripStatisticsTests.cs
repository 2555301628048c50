using System;
using Appliance.Core.Probing;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Probing;

[TestClass]
public class RoundTripStatisticsTests
{
    [TestMethod]
    public void Before_the_first_check_nothing_is_known()
    {
        RoundTripStatistics statistics = new RoundTripStatistics();
        Assert.IsFalse(statistics.HasRoundTrip);
        Assert.AreEqual(0, statistics.LossPercent);
        Assert.AreEqual(0L, statistics.JitterMicros);
    }

    [TestMethod]
    public void Loss_is_taken_over_the_checks_so_far()
    {
        RoundTripStatistics statistics = new RoundTripStatistics();
        statistics.Lost();
        Assert.AreEqual(100, statistics.LossPercent);
        statistics.Answered(1000);
        Assert.AreEqual(50, statistics.LossPercent);
        statistics.Answered(1000);
        Assert.AreEqual(33, statistics.LossPercent);
    }

    [TestMethod]
    public void Loss_is_the_share_of_the_last_twenty_checks()
    {
        Random random = new Random(20);
        RoundTripStatistics statistics = new RoundTripStatistics();
        bool[] lost = new bool[300];
        for (int n = 0; n < lost.Length; n++)
        {
            lost[n] = random.Next(3) == 0;
            if (lost[n])
            {
                statistics.Lost();
            }
            else
            {
                statistics.Answered(1000);
            }

            int window = n + 1 < 20 ? n + 1 : 20;
            int count = 0;
            for (int i = 0; i < window; i++)
            {
                count += lost[n - i] ? 1 : 0;
            }

            Assert.AreEqual(100 * count / window, statistics.LossPercent);
            Assert.AreEqual(!lost[n], statistics.HasRoundTrip);
        }
    }

    [TestMethod]
    public void Jitter_of_known_round_trips()
    {
        RoundTripStatistics statistics = new RoundTripStatistics();
        statistics.Answered(1000);
        Assert.AreEqual(0L, statistics.JitterMicros);

        // 160 / 16
        statistics.Answered(1160);
        Assert.AreEqual(10L, statistics.JitterMicros);

        // 10 + (320 - 10) / 16 = 29.375
        statistics.Answered(840);
        Assert.AreEqual(29L, statistics.JitterMicros);

        // 29.375 - 29.375 / 16 = 27.54
        statistics.Answered(840);
        Assert.AreEqual(27L, statistics.JitterMicros);
    }

    [TestMethod]
    public void Jitter_follows_the_recursion_of_the_rfc_within_a_microsecond()
    {
        const long Scale = 65536;
        Random random = new Random(3550);
        RoundTripStatistics statistics = new RoundTripStatistics();
        long model = 0;
        long previous = -1;
        for (int round = 0; round < 2000; round++)
        {
            if (random.Next(10) == 0)
            {
                statistics.Lost();
                continue;
            }

            long micros = random.Next(random.Next(20) == 0 ? 2_000_000 : 3000);
            statistics.Answered(micros);
            if (previous >= 0)
            {
                long difference = micros > previous ? micros - previous : previous - micros;
                model += ((difference * Scale) - model) / 16;
            }

            previous = micros;
            long error = (statistics.JitterMicros * Scale) - model;
            Assert.IsTrue(error <= Scale + 32 && error >= -Scale - 32);
            Assert.AreEqual(micros, statistics.LastMicros);
        }
    }

    [TestMethod]
    public void Steady_round_trips_bring_the_jitter_down_to_zero()
    {
        RoundTripStatistics statistics = new RoundTripStatistics();
        statistics.Answered(0);
        statistics.Answered(1_000_000);
        for (int i = 0; i < 400; i++)
        {
            statistics.Answered(1_000_000);
        }

        Assert.AreEqual(0L, statistics.JitterMicros);
    }
}
