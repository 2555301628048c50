namespace Appliance.Core.Snmp;

/// <summary>
/// How fast a counter of an agent counted between two polls. Time is the agent's own clock (sysUpTime), so that neither network nor
/// schedule adds jitter. What cannot be gives no rate, which is not a rate of zero.
/// </summary>
public static class CounterRate
{
    /// <summary>
    /// Longest time between two polls that still makes a rate: one hour, in hundredths of a second. A clock that went back looks
    /// as if it had gone on for more, unless it wrapped after 497 days, and that is what it should look like.
    /// </summary>
    public const uint LongestTicks = 360_000;

    /// <summary>Of octets: bits a second.</summary>
    public const uint BitsPerSecond = 8 * 100;

    /// <summary>Of anything: so many a minute.</summary>
    public const uint PerMinute = 60 * 100;

    /// <param name="counted">The counter less what it was at the poll before, in as many bits as it has: wrapping once is understood.</param>
    /// <param name="ticks">sysUpTime less what it was at the poll before, hundredths of a second in 32 bits.</param>
    /// <param name="scale">What the rate is of one count a tick, greater than 0: <see cref="BitsPerSecond"/>, <see cref="PerMinute"/>.</param>
    /// <param name="most">What the rate can be, as with ifHighSpeed; 5 % above it the counter jumped. 0 if it is not known.</param>
    /// <param name="rate">The rate, rounded.</param>
    /// <returns>False if there is none: no time between the two or too much, or the counter began anew.</returns>
    public static bool TryRate(ulong counted, uint ticks, uint scale, long most, out long rate)
    {
        rate = 0;

        // More than this in an hour is no traffic but a counter that went back, and its product would not fit.
        if (ticks == 0 || ticks > LongestTicks || counted > (ulong)(long.MaxValue - ticks) / scale)
        {
            return false;
        }

        ulong told = ((counted * scale) + (ticks / 2)) / ticks;
        if (most > 0 && told > (ulong)most + ((ulong)most / 20))
        {
            return false;
        }

        rate = (long)told;
        return true;
    }
}
