using VirtualBoard.Running;

namespace VirtualBoard;

/// <summary>The board's clock: 1970 when the power comes, kept over a restart, right once somebody has set it.</summary>
public sealed class WallClock
{
    private readonly TimeBase _time;
    private long _offsetTicks;

    internal WallClock(TimeBase time)
    {
        _time = time;
        PowerOn();
    }

    /// <summary>UTC as the firmware sees it.</summary>
    public DateTime UtcNow
    {
        get => new((_time.NowMicros * TimeSpan.TicksPerMicrosecond) + _offsetTicks, DateTimeKind.Utc);
        set => _offsetTicks = value.Ticks - (_time.NowMicros * TimeSpan.TicksPerMicrosecond);
    }

    internal void PowerOn() => UtcNow = DateTime.UnixEpoch;
}
