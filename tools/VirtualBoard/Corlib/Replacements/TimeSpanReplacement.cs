using System.Globalization;

namespace VirtualBoard.Corlib.Replacements;

/// <summary>Spans, made from whole numbers only.</summary>
[Replaces(typeof(TimeSpan))]
public static class TimeSpanReplacement
{
    public static TimeSpan FromMilliseconds(long value) => new(value * TimeSpan.TicksPerMillisecond);

    public static TimeSpan FromSeconds(long value) => new(value * TimeSpan.TicksPerSecond);

    public static TimeSpan FromMinutes(long value) => new(value * TimeSpan.TicksPerMinute);

    public static TimeSpan FromHours(long value) => new(value * TimeSpan.TicksPerHour);

    public static TimeSpan FromDays(long value) => new(value * TimeSpan.TicksPerDay);

    /// <returns>[-][d.]hh:mm:ss[.fffffff]; exactly one day is 24:00:00.</returns>
    public static string ToString(ref TimeSpan self) => self.Ticks switch
    {
        TimeSpan.TicksPerDay => "24:00:00",
        -TimeSpan.TicksPerDay => "-24:00:00",
        _ => self.ToString("c", CultureInfo.InvariantCulture),
    };
}
