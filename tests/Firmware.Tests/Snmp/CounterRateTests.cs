using System;
using Appliance.Core.Snmp;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Snmp;

[TestClass]
public class CounterRateTests
{
    private const uint BitsOfOctets = 8;

    [TestMethod]
    public void The_first_poll_gives_no_rate()
    {
        CounterRate rate = new CounterRate(64, BitsOfOctets);
        AssertNone(rate, 1000, 500, 0, 0);
    }

    [TestMethod]
    public void Octets_become_bits_a_second_of_the_agents_own_time()
    {
        CounterRate rate = Polled(1_000_000, 5000, 0);

        // 125 000 octets in 10.01 s
        AssertRate(99_900, rate, 1_125_000, 6001, 0, 0);
        AssertRate(0, rate, 1_125_000, 7001, 0, 0);

        // 8 bits in 0.03 s are 266.7 a second
        AssertRate(267, rate, 1_125_001, 7004, 0, 0);
    }

    [TestMethod]
    public void A_counter_of_32_bits_wraps()
    {
        CounterRate rate = new CounterRate(32, 1000);
        AssertNone(rate, 0xFFFFFFF0, 5000, 0, 0);

        // 32 errors in 10 s, in thousandths a second
        AssertRate(3200, rate, 0x10, 6000, 0, 0);
    }

    [TestMethod]
    public void A_counter_of_64_bits_wraps()
    {
        CounterRate rate = Polled(ulong.MaxValue - 99, 5000, 0);
        AssertRate(1600, rate, 100, 5100, 0, 0);
    }

    [TestMethod]
    public void The_agents_clock_wraps_after_497_days()
    {
        CounterRate rate = Polled(1000, uint.MaxValue - 499, 0);
        AssertRate(800, rate, 2000, 500, 0, 0);
    }

    [TestMethod]
    public void An_agent_that_restarted_begins_anew()
    {
        CounterRate rate = Polled(1_000_000, 8_640_000, 0);
        AssertNone(rate, 5000, 300, 0, 0);
        AssertRate(800, rate, 6000, 1300, 0, 0);
    }

    [TestMethod]
    public void Counters_that_restarted_begin_anew()
    {
        CounterRate rate = Polled(1_000_000, 5000, 100);
        AssertNone(rate, 1_100_000, 6000, 5500, 0);
        AssertRate(800, rate, 1_101_000, 7000, 5500, 0);
    }

    [TestMethod]
    public void A_counter_that_went_back_did_not_count_2_to_the_64()
    {
        CounterRate rate = Polled(1_000_000, 5000, 0);
        AssertNone(rate, 999_999, 6000, 0, 0);
        AssertRate(800, rate, 1_000_999, 7000, 0, 0);
    }

    [TestMethod]
    public void More_than_the_port_can_carry_is_no_rate()
    {
        const long Gigabit = 1_000_000_000;
        CounterRate rate = Polled(0, 5000, 0);

        // 5 % above is still the agent's rounding, one bit more is not.
        AssertRate(1_050_000_000, rate, 131_250_000, 5100, 0, Gigabit);
        AssertNone(rate, 262_500_001, 5200, 0, Gigabit);
        AssertRate(8, rate, 262_500_002, 5300, 0, Gigabit);
    }

    [TestMethod]
    public void A_cached_answer_is_passed_over()
    {
        CounterRate rate = Polled(1000, 5000, 0);
        AssertNone(rate, 1500, 5000, 0, 0);
        AssertRate(800, rate, 2000, 6000, 0, 0);
    }

    [TestMethod]
    public void A_pause_of_an_hour_is_the_longest()
    {
        CounterRate rate = Polled(0, 5000, 0);
        AssertRate(8, rate, 3600, 5000 + CounterRate.LongestTicks, 0, 0);
        AssertNone(rate, 7200, 5001 + (2 * CounterRate.LongestTicks), 0, 0);
    }

    [TestMethod]
    public void What_was_forgotten_is_not_set_against()
    {
        CounterRate rate = Polled(1000, 5000, 0);
        rate.Forget();
        AssertNone(rate, 2000, 6000, 0, 0);
        AssertRate(800, rate, 3000, 7000, 0, 0);
    }

    [TestMethod]
    public void A_steady_rate_is_found_wherever_counter_and_clock_stand()
    {
        Random random = new Random(2863);
        for (int round = 0; round < 500; round++)
        {
            int bits = random.Next(2) == 0 ? 32 : 64;
            ulong count = ((ulong)random.Next(int.MaxValue) << 33) | (uint)random.Next(int.MaxValue);
            count = random.Next(2) == 0 ? count : ulong.MaxValue - (uint)random.Next(100_000_000);
            uint ticks = uint.MaxValue - (uint)random.Next(10_000);
            CounterRate rate = new CounterRate(bits, BitsOfOctets);
            for (int poll = 0; poll < 20; poll++)
            {
                // Whole octets a tick, so that nothing is rounded.
                uint octetsATick = (uint)random.Next(125_000);
                uint pause = 1 + (uint)random.Next(2000);
                count += octetsATick * (ulong)pause;
                ticks += pause;
                ulong told = bits == 32 ? count & uint.MaxValue : count;
                bool isThere = rate.Take(told, ticks, 0, 0, out long perSecond);
                Assert.AreEqual(poll > 0, isThere);
                Assert.AreEqual(poll > 0 ? octetsATick * 800L : 0L, perSecond);
            }
        }
    }

    [TestMethod]
    public void Random_polls_do_no_harm_and_give_no_rate_below_zero()
    {
        Random random = new Random(64);
        CounterRate rate = new CounterRate(64, uint.MaxValue);
        byte[] bits = new byte[13];
        for (int round = 0; round < 5000; round++)
        {
            random.NextBytes(bits);
            ulong count = 0;
            uint ticks = 0;
            for (int i = 0; i < 8; i++)
            {
                count = (count << 8) | bits[i];
            }

            for (int i = 8; i < 12; i++)
            {
                ticks = (ticks << 8) | bits[i];
            }

            rate.Take(count >> (bits[12] & 0x3F), ticks >> (bits[12] & 0x1F), 0, bits[12], out long perSecond);
            Assert.IsTrue(perSecond >= 0);
        }
    }

    private static CounterRate Polled(ulong count, uint ticks, uint discontinuity)
    {
        CounterRate rate = new CounterRate(64, BitsOfOctets);
        AssertNone(rate, count, ticks, discontinuity, 0);
        return rate;
    }

    private static void AssertNone(CounterRate rate, ulong count, uint ticks, uint discontinuity, long most)
    {
        Assert.IsFalse(rate.Take(count, ticks, discontinuity, most, out _));
    }

    private static void AssertRate(long expected, CounterRate rate, ulong count, uint ticks, uint discontinuity, long most)
    {
        Assert.IsTrue(rate.Take(count, ticks, discontinuity, most, out long perSecond));
        Assert.AreEqual(expected, perSecond);
    }
}
