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
        Assert.AreEqual(0, statistics.JitterMicros);
        Assert.IsFalse(statistics.RoundTrips(out _, out _, out _));
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
    public void Loss_and_round_trips_are_those_of_the_last_twenty_checks()
    {
        Random random = new Random(20);
        RoundTripStatistics statistics = new RoundTripStatistics();
        int[] all = new int[600];
        int chance = 3;
        for (int n = 0; n < all.Length; n++)
        {
            // Some times are dead, so that nothing is left to tell; some answers are so late that no sum of them fits an int.
            chance = n % 50 == 0 ? random.Next(4) : chance;
            all[n] = random.Next(3) < chance ? -1 : random.Next(random.Next(5) == 0 ? int.MaxValue : 3000);
            if (all[n] < 0)
            {
                statistics.Lost();
            }
            else
            {
                statistics.Answered(all[n]);
            }

            Assert.AreEqual(all[n] >= 0, statistics.HasRoundTrip);
            IsOf(all, n, statistics);
        }
    }

    [TestMethod]
    public void A_round_trip_too_long_for_an_int_is_the_longest()
    {
        RoundTripStatistics statistics = new RoundTripStatistics();
        statistics.Answered(1L << 40);
        Assert.AreEqual(int.MaxValue, statistics.LastMicros);
        statistics.Answered(0);
        for (int i = 0; i < 400; i++)
        {
            statistics.Answered(i % 2 == 0 ? long.MaxValue : 0);
        }

        Assert.AreEqual(int.MaxValue, statistics.JitterMicros);
        Assert.IsTrue(statistics.RoundTrips(out int shortest, out int mean, out int longest));
        Assert.AreEqual(0, shortest);
        Assert.AreEqual(int.MaxValue / 2, mean);
        Assert.AreEqual(int.MaxValue, longest);
    }

    [TestMethod]
    public void Jitter_of_known_round_trips()
    {
        RoundTripStatistics statistics = new RoundTripStatistics();
        statistics.Answered(1000);
        Assert.AreEqual(0, statistics.JitterMicros);

        // 160 / 16
        statistics.Answered(1160);
        Assert.AreEqual(10, statistics.JitterMicros);

        // 10 + (320 - 10) / 16 = 29.375
        statistics.Answered(840);
        Assert.AreEqual(29, statistics.JitterMicros);

        // 29.375 - 29.375 / 16 = 27.54
        statistics.Answered(840);
        Assert.AreEqual(27, statistics.JitterMicros);
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
            Assert.AreEqual((int)micros, statistics.LastMicros);
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

        Assert.AreEqual(0, statistics.JitterMicros);
    }

    /// <summary>Counts back from a check over at most twenty.</summary>
    private static void IsOf(int[] all, int last, RoundTripStatistics statistics)
    {
        int window = 0;
        int answered = 0;
        int least = 0;
        int most = 0;
        long sum = 0;
        for (int i = last; i >= 0 && window < 20; i--)
        {
            window++;
            if (all[i] >= 0)
            {
                least = answered == 0 || all[i] < least ? all[i] : least;
                most = answered == 0 || all[i] > most ? all[i] : most;
                sum += all[i];
                answered++;
            }
        }

        Assert.AreEqual(100 * (window - answered) / window, statistics.LossPercent);
        Assert.AreEqual(answered > 0, statistics.RoundTrips(out int shortest, out int mean, out int longest));
        if (answered > 0)
        {
            Assert.AreEqual(least, shortest);
            Assert.AreEqual((int)(sum / answered), mean);
            Assert.AreEqual(most, longest);
        }
    }
}
