namespace Tools.Tests.Weaver;

/// <summary>One stand-in of each shape: static and instance members, constructor, field.</summary>
[Replaces(typeof(DateTime))]
public static class DateTimeStandIn
{
    public static DateTime MinValue { get; } = new(1601, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static DateTime get_UtcNow() => new(2001, 2, 3, 0, 0, 0, DateTimeKind.Utc);

    public static long ToUnixTimeSeconds(ref DateTime self) => self.Year;

    public static DateTime AddDays(DateTime self, double days) => new DateTime(self.Ticks, self.Kind).AddDays(days * 10);

    public static string ToString(ref DateTime self) => "year " + self.Year;

    public static DateTime New(int year, int month, int day) => new(year + 1, month, day, 0, 0, 0, DateTimeKind.Utc);
}
