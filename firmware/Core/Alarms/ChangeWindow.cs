namespace Appliance.Core.Alarms;

/// <summary>How far a value has gone within the last quarter of an hour. Of the past it keeps a value a minute.</summary>
public sealed class ChangeWindow
{
    /// <summary>Milliseconds of the window.</summary>
    public const long LengthMs = 15 * StepMs;

    private const long StepMs = 60_000;
    private const int Most = 16;

    private readonly long[] _values = new long[Most];
    private readonly long[] _times = new long[Most];
    private int _next;
    private int _count;

    /// <summary>Takes the present value.</summary>
    /// <param name="now">Uptime in milliseconds.</param>
    /// <returns>Its largest distance from a value that was kept in the window, in either direction; not negative.</returns>
    public long Look(long value, long now)
    {
        long largest = 0;
        long latest = -StepMs;
        for (int i = 0; i < _count; i++)
        {
            if (now - _times[i] <= LengthMs)
            {
                long distance = value > _values[i] ? value - _values[i] : _values[i] - value;
                largest = distance > largest ? distance : largest;
            }

            latest = _times[i] > latest ? _times[i] : latest;
        }

        if (_count == 0 || now - latest >= StepMs)
        {
            _values[_next] = value;
            _times[_next] = now;
            _next = (_next + 1) % Most;
            _count = _count < Most ? _count + 1 : Most;
        }

        return largest;
    }
}
