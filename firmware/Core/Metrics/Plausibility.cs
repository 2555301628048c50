using System;

namespace Appliance.Core.Metrics;

/// <summary>
/// Holds back a reading that lies further from the last believed one than the quantity can have moved since. If the next reading
/// is near the one that was held back, both are believed: a real step is told one reading late, a lone glitch never.
/// </summary>
public sealed class Plausibility
{
    private const long MinuteMs = 60_000;
    private const long MostPerMinute = 1_000_000_000_000;

    /// <summary>About two years, after which anything may have happened.</summary>
    private const long MostMinutes = 1_000_000;

    private readonly long _perMinute;
    private readonly long _step;
    private bool _hasBelieved;
    private long _believed;
    private long _believedAt;
    private bool _hasHeld;
    private long _held;
    private long _heldAt;

    /// <param name="perMinute">The largest believable change in a minute, in the fixed point of the metric.</param>
    /// <param name="step">What two readings may differ by however close they are: resolution and noise.</param>
    /// <exception cref="ArgumentOutOfRangeException">One is negative, or more than 10^12.</exception>
    public Plausibility(long perMinute, long step)
    {
        if (perMinute < 0 || perMinute > MostPerMinute || step < 0 || step > MostPerMinute)
        {
            throw new ArgumentOutOfRangeException();
        }

        _perMinute = perMinute;
        _step = step;
    }

    /// <param name="now">Uptime in milliseconds. Time without readings counts: a sensor that comes back may have changed a lot.</param>
    /// <returns>True if the reading is to be told.</returns>
    public bool Believes(long value, long now)
    {
        bool isBelieved = !_hasBelieved
            || IsNear(value, _believed, now - _believedAt)
            || (_hasHeld && IsNear(value, _held, now - _heldAt));
        if (isBelieved)
        {
            _hasBelieved = true;
            _believed = value;
            _believedAt = now;
        }
        else
        {
            _held = value;
            _heldAt = now;
        }

        _hasHeld = !isBelieved;
        return isBelieved;
    }

    private bool IsNear(long value, long other, long elapsed)
    {
        long minutes = elapsed / MinuteMs;
        if (minutes > MostMinutes)
        {
            return true;
        }

        // The distance of two longs needs 64 bits without a sign.
        ulong distance = value > other ? (ulong)value - (ulong)other : (ulong)other - (ulong)value;
        long allowed = _step + (_perMinute * minutes) + (_perMinute * (elapsed % MinuteMs) / MinuteMs);
        return distance <= (ulong)allowed;
    }
}
