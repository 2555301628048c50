namespace Appliance.Core.Snmp;

/// <summary>
/// How fast a counter of an agent counts, from one poll to the next. Time is the agent's own clock (sysUpTime), so that neither
/// network nor schedule adds jitter. A poll that cannot be set against the one before gives no rate, which is not a rate of zero.
/// </summary>
public sealed class CounterRate
{
    /// <summary>
    /// Longest time between two polls that still makes a rate: one hour, in hundredths of a second. A clock that went back looks
    /// as if it had gone on for more, unless it wrapped after 497 days, and that is what it should look like.
    /// </summary>
    public const uint LongestTicks = 360_000;

    private const ulong TicksPerSecond = 100;

    private readonly ulong _mask;
    private readonly ulong _scale;
    private bool _hasBefore;
    private ulong _count;
    private uint _ticks;
    private uint _discontinuity;

    /// <param name="bits">Width of the counter: 32 or 64.</param>
    /// <param name="unit">What one count is worth in the rate: 8 for octets and bit/s, 1000 for thousandths of a count a second.</param>
    public CounterRate(int bits, uint unit)
    {
        _mask = bits == 32 ? uint.MaxValue : ulong.MaxValue;
        _scale = TicksPerSecond * (unit == 0 ? 1 : unit);
    }

    /// <summary>Takes a poll.</summary>
    /// <param name="count">The counter. One that wrapped once is understood.</param>
    /// <param name="upTimeTicks">sysUpTime of the same response, hundredths of a second; wraps at 32 bits.</param>
    /// <param name="discontinuityTicks">ifCounterDiscontinuityTime; always 0 where the agent has none.</param>
    /// <param name="mostPerSecond">
    /// What the rate can be, as with ifHighSpeed; 5 % above it the counter jumped. 0 if it is not known.
    /// </param>
    /// <param name="perSecond">The rate since the poll before, rounded.</param>
    /// <returns>
    /// False if there is none: the first poll, no time between the two or too much, the agent or its counters began anew.
    /// </returns>
    public bool Take(ulong count, uint upTimeTicks, uint discontinuityTicks, long mostPerSecond, out long perSecond)
    {
        perSecond = 0;
        uint ticks = upTimeTicks - _ticks;
        if (_hasBefore && ticks == 0 && discontinuityTicks == _discontinuity)
        {
            // The agent answered out of a cache. The older poll stays what the next one is set against.
            return false;
        }

        ulong counted = (count - _count) & _mask;
        bool isContinuous = _hasBefore && discontinuityTicks == _discontinuity && ticks > 0 && ticks <= LongestTicks;
        _hasBefore = true;
        _count = count;
        _ticks = upTimeTicks;
        _discontinuity = discontinuityTicks;

        // More than this in an hour is no traffic but a counter that went back, and its product would not fit.
        if (!isContinuous || counted > (ulong)(long.MaxValue - ticks) / _scale)
        {
            return false;
        }

        ulong rate = ((counted * _scale) + (ticks / 2)) / ticks;
        if (mostPerSecond > 0 && rate > (ulong)mostPerSecond + ((ulong)mostPerSecond / 20))
        {
            return false;
        }

        perSecond = (long)rate;
        return true;
    }

    /// <summary>Begins anew, as when the agent restarted and may have numbered its ports otherwise.</summary>
    public void Forget() => _hasBefore = false;
}
