namespace Appliance.Core.Probing;

/// <summary>
/// When checks are due. Each target has a grid of its own, a slot a period, which lies between those of the others so that
/// checks do not go out in a burst; and within a slot a check is due at random in the first tenth, so that nothing on the
/// network that is regular as well falls together with it for ever. The grids stand still: neither a late check nor retries
/// move them.
/// </summary>
public sealed class ProbeSchedule
{
    /// <summary>The jitter is up to this part of the time from one check to the next.</summary>
    private const int JitterPart = 10;

    private readonly int _count;
    private int _random;

    /// <param name="count">Targets.</param>
    /// <param name="seed">Random.</param>
    public ProbeSchedule(int count, int seed)
    {
        _count = count > 0 ? count : 1;
        _random = seed;
    }

    /// <summary>The next slot of a target, for the first check as well: within a period all targets have one.</summary>
    /// <param name="index">0 to the count of targets, exclusive.</param>
    /// <param name="periodMs">1 to 3 600 000.</param>
    /// <param name="now">Uptime in milliseconds: the beginning of the check in the present slot, however late that is.</param>
    /// <returns>Uptime in milliseconds.</returns>
    public long Next(int index, int periodMs, long now)
    {
        long phase = (long)periodMs * index / _count;
        long slot = ((now - phase + periodMs) / periodMs * periodMs) + phase;
        return slot + Jitter(periodMs);
    }

    /// <summary>The upper bits of a linear congruential generator; the lower ones are less random.</summary>
    private int Jitter(int intervalMs)
    {
        _random = (_random * 1103515245) + 12345;
        return (int)(((_random >> 16) & 0x7FFF) * (long)((intervalMs / JitterPart) + 1) >> 15);
    }
}
