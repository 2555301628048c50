namespace Appliance.Core.Snmp;

/// <summary>Notices that an agent has restarted, by its sysUpTime against our own clock.</summary>
public sealed class UpTimeWatch
{
    private const long LeastToleranceTicks = 3000;
    private const int ToleranceDivisor = 8;
    private const int MsPerTick = 10;

    private uint _ticks;
    private long _time = -1;

    /// <summary>Takes an answer.</summary>
    /// <param name="ticks">sysUpTime: hundredths of a second, 32 bits.</param>
    /// <param name="nowMs">Our uptime.</param>
    /// <returns>
    /// True if the agent has restarted since the answer before: it is 30 s and an eighth of the time between them away from where it
    /// should be, and has not been up for longer than that time. So neither a wrap after 497 days is a restart, nor a clock that
    /// was set, is read out of a cache or goes wrong.
    /// </returns>
    public bool Take(uint ticks, long nowMs)
    {
        long elapsed = (nowMs - _time) / MsPerTick;
        long tolerance = LeastToleranceTicks + (elapsed / ToleranceDivisor);
        uint behind = _ticks + (uint)elapsed - ticks;
        bool isAway = behind > tolerance && uint.MaxValue - behind > tolerance;
        bool hasRestarted = _time >= 0 && isAway && ticks <= elapsed + tolerance;
        _ticks = ticks;
        _time = nowMs;
        return hasRestarted;
    }
}
