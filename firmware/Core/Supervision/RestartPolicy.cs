using Appliance.Core.Boot;

namespace Appliance.Core.Supervision;

/// <summary>
/// When the device may restart itself. The far end is never a reason. Restarts are counted until a session lasts for a day, since
/// no clock can be relied on over a restart; so the caps hold in any day by the clock on the wall.
/// </summary>
public static class RestartPolicy
{
    public const long DayMs = 24 * 3_600_000;

    /// <summary>Restarts a day by the firmware's own judgement.</summary>
    public const int MostADay = 6;

    /// <summary>Of those, so many may have been before the network is a reason for another.</summary>
    public const int MostForConnectivity = 3;

    // The 32-bit tick of 10 ms wraps after 497 days.
    private const long PlannedMs = 90 * DayMs;
    private const int QuietFromMinute = 3 * 60;
    private const int QuietToMinute = 4 * 60;

    /// <param name="reason">One of <see cref="RestartReason"/>. What people ask for has no cap.</param>
    /// <param name="now">Uptime in milliseconds.</param>
    public static bool May(BootLedger ledger, string reason, long now) =>
        now >= DayMs
        || RestartReason.IsAskedFor(reason)
        || ledger.Restarts < (reason == RestartReason.Connectivity ? MostForConnectivity : MostADay);

    /// <summary>The uptime is 90 days and the local time between three and four at night, or it is 91 days.</summary>
    /// <param name="now">Uptime in milliseconds.</param>
    /// <param name="unix">Seconds since 1970 UTC; 0 while the clock is not set.</param>
    /// <param name="offsetMinutes">What local time is ahead of UTC.</param>
    public static bool IsPlannedDue(long now, long unix, int offsetMinutes)
    {
        if (now < PlannedMs)
        {
            return false;
        }

        long minute = ((unix / 60) + offsetMinutes) % (24 * 60);
        return now >= PlannedMs + DayMs || (unix > 0 && minute >= QuietFromMinute && minute < QuietToMinute);
    }
}
