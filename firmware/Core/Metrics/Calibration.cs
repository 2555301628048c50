using System;
using Appliance.Core.Chips;

namespace Appliance.Core.Metrics;

/// <summary>What was found when a sensor was held against a better one: reading × gain + offset is the value.</summary>
public sealed class Calibration
{
    /// <summary>A gain of 1.</summary>
    public const int Unity = 1_000_000;

    /// <summary>No product, and no offset, goes beyond this; so no sum of two wraps.</summary>
    private const long Most = long.MaxValue / 4;

    private readonly long _offset;
    private readonly long _gain;
    private readonly long _mostMillions;

    /// <param name="offset">In the fixed point of the metric.</param>
    /// <param name="gain">In millionths: 1 020 000 adds two percent. Negative for a clamp that was put on backwards.</param>
    /// <exception cref="ArgumentOutOfRangeException">The gain is 0, which would make every reading the offset; or the offset is absurd.</exception>
    public Calibration(long offset, int gain)
    {
        if (gain == 0 || offset > Most || offset < -Most)
        {
            throw new ArgumentOutOfRangeException();
        }

        _offset = offset;
        _gain = gain;
        _mostMillions = Most / (_gain < 0 ? -_gain : _gain);
    }

    /// <summary>Applies gain and offset, rounded half away from zero.</summary>
    /// <returns>False if the value does not fit a number; then it is 0.</returns>
    public bool TryApply(long reading, out long value)
    {
        // Taken apart, because the product of a whole reading and the gain may not fit where the value does.
        long millions = reading / Unity;
        if (millions > _mostMillions || millions < -_mostMillions)
        {
            value = 0;
            return false;
        }

        value = (millions * _gain) + FixedPoint.Divide(reading % Unity * _gain, Unity) + _offset;
        return true;
    }
}
