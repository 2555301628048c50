namespace Appliance.Core.Traffic;

/// <summary>
/// The highest value since midnight. The peaks of the two days that were last counted are kept, so that a clock that steps back over
/// midnight, or into another year for a while, loses neither.
/// </summary>
public sealed class DailyPeak
{
    private const int SecondsPerMinute = 60;
    private const int SecondsPerDay = 86_400;

    private long _otherDay;
    private long _otherValue;

    /// <summary>Peak of <see cref="Day"/>.</summary>
    public long Value { get; private set; }

    /// <summary>Local days since 1970-01-01; 0 if nothing has been counted.</summary>
    public long Day { get; private set; }

    /// <summary>Takes over what was counted before a restart; a day of 0 is nothing.</summary>
    public void Restore(long value, long day)
    {
        Value = value;
        Day = day;
    }

    /// <param name="unixSeconds">When the value was; 0 while the clock is not set, and then it does not count.</param>
    /// <param name="utcOffsetMinutes">By how much local time, and midnight, is ahead of UTC.</param>
    public void Take(long value, long unixSeconds, int utcOffsetMinutes)
    {
        long day = DayOf(unixSeconds, utcOffsetMinutes);
        if (day == 0)
        {
            return;
        }

        if (day == Day)
        {
            Value = value > Value ? value : Value;
            return;
        }

        long peak = day == _otherDay && _otherValue > value ? _otherValue : value;
        _otherDay = Day;
        _otherValue = Value;
        Day = day;
        Value = peak;
    }

    /// <returns>True if <see cref="Value"/> is the peak of that day; never while the clock is not set.</returns>
    public bool IsOf(long unixSeconds, int utcOffsetMinutes) => Day != 0 && DayOf(unixSeconds, utcOffsetMinutes) == Day;

    private static long DayOf(long unixSeconds, int utcOffsetMinutes) =>
        unixSeconds <= 0 ? 0 : (unixSeconds + ((long)utcOffsetMinutes * SecondsPerMinute)) / SecondsPerDay;
}
