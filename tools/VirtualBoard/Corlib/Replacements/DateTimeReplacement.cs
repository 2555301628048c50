using System.Globalization;
using VirtualBoard.Running;

namespace VirtualBoard.Corlib.Replacements;

/// <summary>Time of day: from the board's clock, always UTC, from 1601 to 3000.</summary>
[Replaces(typeof(DateTime))]
public static class DateTimeReplacement
{
    public static DateTime MinValue { get; } = new(1601, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static DateTime MaxValue { get; } = new(new DateTime(3001, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks - 1, DateTimeKind.Utc);

    public static DateTime UnixEpoch => DateTime.UnixEpoch;

    public static DateTime get_UtcNow() => Interpreter.CurrentUnharmed.Board!.Clock.UtcNow;

    public static DateTime get_Today() => get_UtcNow().Date;

    public static DateTimeKind get_Kind(ref DateTime self) => DateTimeKind.Utc;

    public static DateTime get_Date(ref DateTime self) => Utc(self.Date.Ticks);

    public static DateTime New(long ticks) => Utc(ticks);

    public static DateTime New(long ticks, DateTimeKind kind) => Utc(ticks);

    public static DateTime New(int year, int month, int day) => Utc(new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc).Ticks);

    public static DateTime New(int year, int month, int day, int hour, int minute, int second) =>
        Utc(new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).Ticks);

    public static DateTime New(int year, int month, int day, int hour, int minute, int second, int millisecond) =>
        Utc(new DateTime(year, month, day, hour, minute, second, millisecond, DateTimeKind.Utc).Ticks);

    public static DateTime Add(ref DateTime self, TimeSpan val) => Utc(self.Ticks + val.Ticks);

    public static DateTime AddDays(ref DateTime self, double val) => Utc(self.AddDays(val).Ticks);

    public static DateTime AddHours(ref DateTime self, double val) => Utc(self.AddHours(val).Ticks);

    public static DateTime AddMilliseconds(ref DateTime self, double val) => Utc(self.AddMilliseconds(val).Ticks);

    public static DateTime AddMinutes(ref DateTime self, double val) => Utc(self.AddMinutes(val).Ticks);

    public static DateTime AddSeconds(ref DateTime self, double val) => Utc(self.AddSeconds(val).Ticks);

    public static DateTime AddTicks(ref DateTime self, long val) => Utc(self.Ticks + val);

    public static DateTime Subtract(ref DateTime self, TimeSpan val) => Utc(self.Ticks - val.Ticks);

    public static DateTime op_Addition(DateTime d, TimeSpan t) => Utc(d.Ticks + t.Ticks);

    public static DateTime op_Subtraction(DateTime d, TimeSpan t) => Utc(d.Ticks - t.Ticks);

    public static DateTime FromUnixTimeSeconds(long seconds) => seconds is >= -11_644_473_600 and <= 32_535_215_999
        ? Utc(DateTime.UnixEpoch.Ticks + (seconds * TimeSpan.TicksPerSecond))
        : throw OutOfRange();

    public static long ToUnixTimeSeconds(ref DateTime self) =>
        (self.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond;

    public static string ToString(ref DateTime self) => self.ToString(CultureInfo.InvariantCulture);

    public static string ToString(ref DateTime self, string format) => Utc(self.Ticks).ToString(format, CultureInfo.InvariantCulture);

    public static DateTime Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, out var result) ? result : throw new FormatException("This is no date: " + s);
    }

    public static bool TryParse(string s, out DateTime result)
    {
        const DateTimeStyles styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        bool ok = DateTime.TryParse(s, CultureInfo.InvariantCulture, styles, out result) && result >= MinValue && result <= MaxValue;
        if (!ok)
            result = default;
        return ok;
    }

    private static DateTime Utc(long ticks) => ticks >= MinValue.Ticks && ticks <= MaxValue.Ticks
        ? new DateTime(ticks, DateTimeKind.Utc)
        : throw OutOfRange();

    private static ArgumentOutOfRangeException OutOfRange() => new(null, "The device's DateTime runs from 1601 to 3000.");
}
