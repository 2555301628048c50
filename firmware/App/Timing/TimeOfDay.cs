using System;
using Appliance.Core.Contract;
using Appliance.Core.Timing;

namespace Appliance.App.Timing;

/// <summary>
/// The clock of the board, tied to the uptime once a time server has set it. Before that it counts from 1970, and is not known.
/// </summary>
public static class TimeOfDay
{
    private const long UnixEpochTicks = 621_355_968_000_000_000;
    private const long TicksPerMillisecond = 10_000;

    /// <summary>2025-01-01 in milliseconds: a clock before this firmware existed has not been set.</summary>
    private const long FirstPlausible = 1_735_689_600_000;

    /// <summary>Between two looks at the uptime a native call may stop everything: the clock that was read there belongs to neither.</summary>
    private const int AtOnceMs = 500;

    private static readonly object Gate = new object();
    private static readonly ClockWatch Clock = new ClockWatch();

    /// <summary>Seconds since 1970 UTC, or 0 while the clock was never set.</summary>
    public static long UnixSeconds => Now().Unix;

    /// <summary>How often the clock has jumped since it was set.</summary>
    public static int Jumps => Clock.Jumps;

    /// <summary>The present, for a message. Any thread may ask.</summary>
    public static Stamp Now()
    {
        lock (Gate)
        {
            long uptime;
            long unix;
            do
            {
                uptime = Uptime.Milliseconds;
                unix = (DateTime.UtcNow.Ticks - UnixEpochTicks) / TicksPerMillisecond;
            }
            while (Uptime.Milliseconds - uptime > AtOnceMs);

            Clock.Look(uptime, unix < FirstPlausible ? 0 : unix);
            return new Stamp(Clock.UnixOf(uptime), uptime);
        }
    }
}
