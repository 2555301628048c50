namespace Appliance.Core.Probing;

/// <summary>Round trips and losses of one target over its last checks, in whole microseconds.</summary>
public sealed class RoundTripStatistics
{
    /// <summary>Checks that the loss and the round trips are taken over.</summary>
    public const int Window = 20;

    private const int None = -1;

    /// <summary>The last checks in a ring: round trips, or None for one that was lost.</summary>
    private readonly int[] _micros = new int[Window];
    private int _checks;
    private long _jitterTimes16;

    /// <summary>The last check was answered, so there is a round trip to tell.</summary>
    public bool HasRoundTrip => _checks > 0 && _micros[(_checks - 1) % Window] != None;

    /// <summary>The round trip of the last check that was answered; -1 before the first.</summary>
    public int LastMicros { get; private set; } = None;

    /// <summary>Smoothed difference of successive round trips: J += (|D| - J) / 16 (RFC 3550 section 6.4.1).</summary>
    public int JitterMicros => (int)(_jitterTimes16 / 16);

    /// <summary>
    /// Checks without an answer among the last <see cref="Window"/>, in whole percent of those there were. An outage counts, so
    /// a target can be up again and still have lost most of them.
    /// </summary>
    public int LossPercent
    {
        get
        {
            int count = Count;
            int lost = 0;
            for (int i = 0; i < count; i++)
            {
                lost += _micros[i] == None ? 1 : 0;
            }

            return count == 0 ? 0 : 100 * lost / count;
        }
    }

    private int Count => _checks < Window ? _checks : Window;

    /// <summary>Shortest, mean and longest round trip of the last <see cref="Window"/> checks.</summary>
    /// <returns>False if none of them was answered: then they are unknown, not zero.</returns>
    public bool RoundTrips(out int shortest, out int mean, out int longest)
    {
        shortest = int.MaxValue;
        longest = 0;
        long sum = 0;
        int answered = 0;
        for (int i = Count - 1; i >= 0; i--)
        {
            int micros = _micros[i];
            if (micros != None)
            {
                answered++;
                sum += micros;
                shortest = micros < shortest ? micros : shortest;
                longest = micros > longest ? micros : longest;
            }
        }

        mean = answered == 0 ? 0 : (int)(sum / answered);
        return answered > 0;
    }

    /// <param name="micros">At least 0; what is too long for an int counts as the longest.</param>
    public void Answered(long micros)
    {
        int now = micros < int.MaxValue ? (int)micros : int.MaxValue;
        if (LastMicros != None)
        {
            int difference = now > LastMicros ? now - LastMicros : LastMicros - now;

            // J is kept times 16, so that the division of the RFC loses nothing.
            _jitterTimes16 += difference - (_jitterTimes16 / 16);
        }

        LastMicros = now;
        _micros[_checks++ % Window] = now;
    }

    public void Lost() => _micros[_checks++ % Window] = None;
}
