namespace System.Threading;

/// <summary>Time-outs in milliseconds, -1 for none.</summary>
internal static class Millis
{
    public static int From(TimeSpan timeout)
    {
        long ms = timeout.Ticks / TimeSpan.TicksPerMillisecond;
        return ms is >= -1 and <= int.MaxValue
            ? (int)ms
            : throw new ArgumentOutOfRangeException(nameof(timeout), timeout, "A time-out lies between -1 ms (none) and int.MaxValue ms.");
    }

    public static void Check(int ms, string name)
    {
        if (ms < Timeout.Infinite)
            throw new ArgumentOutOfRangeException(name, ms, "A time-out lies between -1 ms (none) and int.MaxValue ms.");
    }
}
