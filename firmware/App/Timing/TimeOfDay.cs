using System;
using Appliance.Core.Contract;

namespace Appliance.App.Timing;

/// <summary>The clock of the board, once a time server has set it. Before that it counts from 1970.</summary>
public static class TimeOfDay
{
    private const long UnixEpochTicks = 621_355_968_000_000_000;
    private const long TicksPerSecond = 10_000_000;

    /// <summary>2025-01-01: a clock before this firmware existed has not been set.</summary>
    private const long FirstPlausible = 1_735_689_600;

    /// <summary>Seconds since 1970 UTC, or 0 while the clock is not set.</summary>
    public static long UnixSeconds
    {
        get
        {
            long seconds = (DateTime.UtcNow.Ticks - UnixEpochTicks) / TicksPerSecond;
            return seconds < FirstPlausible ? 0 : seconds;
        }
    }

    /// <summary>The present, for a message.</summary>
    public static Stamp Now() => new Stamp(UnixSeconds, Uptime.Milliseconds);
}
