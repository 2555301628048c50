using System;
using Appliance.Core.Snmp;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Snmp;

[TestClass]
public class CounterRateTests
{
    [TestMethod]
    public void Octets_become_bits_a_second_of_the_agents_own_time()
    {
        // 125 000 octets in 10.01 s
        AssertRate(99_900, 125_000, 1001, CounterRate.BitsPerSecond, 0);
        AssertRate(0, 0, 1000, CounterRate.BitsPerSecond, 0);

        // 8 bits in 0.03 s are 266.7 a second
        AssertRate(267, 1, 3, CounterRate.BitsPerSecond, 0);
    }

    [TestMethod]
    public void Errors_are_counted_a_minute()
    {
        AssertRate(192, 32, 1000, CounterRate.PerMinute, 0);
    }

    [TestMethod]
    public void A_counter_that_went_back_did_not_count_2_to_the_64()
    {
        AssertNone(ulong.MaxValue, 1000, CounterRate.BitsPerSecond, 0);
        AssertNone(ulong.MaxValue / CounterRate.BitsPerSecond, 1000, CounterRate.BitsPerSecond, 0);
    }

    [TestMethod]
    public void More_than_the_port_can_carry_is_no_rate()
    {
        // 5 % above is still the agent's rounding, one octet more is not.
        const long Gigabit = 1_000_000_000;
        AssertRate(1_050_000_000, 131_250_000, 100, CounterRate.BitsPerSecond, Gigabit);
        AssertNone(131_250_001, 100, CounterRate.BitsPerSecond, Gigabit);
    }

    [TestMethod]
    public void No_time_is_no_rate_and_an_hour_is_the_longest()
    {
        AssertNone(500, 0, CounterRate.BitsPerSecond, 0);
        AssertRate(8, 3600, CounterRate.LongestTicks, CounterRate.BitsPerSecond, 0);
        AssertNone(3600, CounterRate.LongestTicks + 1, CounterRate.BitsPerSecond, 0);
    }

    [TestMethod]
    public void Random_polls_do_no_harm_and_give_no_rate_below_zero()
    {
        Random random = new Random(64);
        byte[] bits = new byte[13];
        int rates = 0;
        for (int round = 0; round < 5000; round++)
        {
            random.NextBytes(bits);
            ulong counted = 0;
            for (int i = 0; i < 8; i++)
            {
                counted = (counted << 8) | bits[i];
            }

            uint ticks = (uint)((bits[8] << 24) | (bits[9] << 16) | (bits[10] << 8) | bits[11]);
            bool isThere = CounterRate.TryRate(
                counted >> (bits[12] & 0x3F), ticks >> random.Next(32), uint.MaxValue, 0, out long rate);
            Assert.IsTrue(isThere ? rate >= 0 : rate == 0);
            rates += isThere ? 1 : 0;
        }

        Assert.IsTrue(rates > 50);
    }

    private static void AssertNone(ulong counted, uint ticks, uint scale, long most)
    {
        Assert.IsFalse(CounterRate.TryRate(counted, ticks, scale, most, out _));
    }

    private static void AssertRate(long expected, ulong counted, uint ticks, uint scale, long most)
    {
        Assert.IsTrue(CounterRate.TryRate(counted, ticks, scale, most, out long rate));
        Assert.AreEqual(expected, rate);
    }
}
