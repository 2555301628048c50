using System;

namespace Appliance.Core.Uplink;

/// <summary>
/// How long to wait before the next attempt: doubles from the first to the longest, each shortened by up to a half at random,
/// so that a thousand devices do not return to a broker in the same second.
/// </summary>
public sealed class Backoff
{
    private readonly Random _random;
    private readonly int _firstMs;
    private readonly int _longestMs;
    private int _nextMs;

    public Backoff(int firstMs, int longestMs, int seed)
    {
        _firstMs = firstMs;
        _longestMs = longestMs;
        _random = new Random(seed);
        _nextMs = firstMs;
    }

    /// <summary>Begins anew, after a success.</summary>
    public void Reset() => _nextMs = _firstMs;

    /// <returns>Milliseconds to wait, from half of the present step to the whole of it.</returns>
    public int Next()
    {
        int step = _nextMs;
        _nextMs = step > _longestMs / 2 ? _longestMs : step * 2;
        int half = step / 2;
        return step - half + _random.Next(half + 1);
    }
}
