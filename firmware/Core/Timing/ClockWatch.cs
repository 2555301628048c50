namespace Appliance.Core.Timing;

/// <summary>
/// Ties the time of day to the uptime, so that whatever happened at an uptime can be stamped, before the clock was set as well, and the
/// stamps stand in the order of the uptimes. A clock that drifts is followed: where it goes back, stamps stand still until it has caught
/// up. One that jumps is believed at once, and the jump is told.
/// </summary>
public sealed class ClockWatch
{
    /// <summary>Milliseconds; what clock and uptime differ by since the last look is drift up to here, and a jump above.</summary>
    public const int JumpMs = 2000;

    private long _offset;
    private long _heldAt;
    private long _held;

    /// <summary>Uptime in milliseconds at which the clock was first seen set; -1 if it was not.</summary>
    public long SetAt { get; private set; } = -1;

    public int Jumps { get; private set; }

    /// <summary>Compares the clock with the uptime.</summary>
    /// <param name="uptime">Milliseconds.</param>
    /// <param name="unix">Milliseconds since 1970 UTC; 0 if the clock is not set, which changes nothing that is known.</param>
    /// <returns>Milliseconds by which the clock has jumped ahead since the last look; 0 if it has not.</returns>
    public long Look(long uptime, long unix)
    {
        if (unix == 0)
        {
            return 0;
        }

        long ahead = unix - uptime - _offset;
        bool isJump = SetAt >= 0 && (ahead > JumpMs || ahead < -JumpMs);
        if (SetAt < 0)
        {
            SetAt = uptime;
        }
        else if (isJump)
        {
            Jumps++;
            _held = 0;
        }
        else if (ahead < 0)
        {
            _held = MillisecondsOf(uptime);
            _heldAt = uptime;
        }

        _offset += ahead;
        return isJump ? ahead : 0;
    }

    /// <returns>Seconds since 1970 UTC at that uptime; 0 while the clock was never set.</returns>
    /// <param name="uptime">Milliseconds.</param>
    public long UnixOf(long uptime) => SetAt < 0 ? 0 : MillisecondsOf(uptime) / 1000;

    private long MillisecondsOf(long uptime)
    {
        long ms = uptime + _offset;
        return uptime >= _heldAt && ms < _held ? _held : ms;
    }
}
