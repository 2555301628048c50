namespace Appliance.Core.Probing;

/// <summary>Round trips and losses of one target over its last checks, in whole microseconds.</summary>
public sealed class RoundTripStatistics
{
    /// <summary>Checks that the loss is taken over.</summary>
    public const int Window = 20;

    private int _answered;
    private int _checks;
    private long _jitterTimes16;
    private bool _hasPrevious;

    /// <summary>The last check was answered, so there is a round trip to tell.</summary>
    public bool HasRoundTrip { get; private set; }

    public long LastMicros { get; private set; }

    /// <summary>Smoothed difference of successive round trips: J += (|D| - J) / 16 (RFC 3550 section 6.4.1).</summary>
    public long JitterMicros => _jitterTimes16 / 16;

    /// <summary>Checks without an answer among the last <see cref="Window"/>, in whole percent.</summary>
    public int LossPercent
    {
        get
        {
            if (_checks == 0)
            {
                return 0;
            }

            int lost = 0;
            for (int i = 0; i < _checks; i++)
            {
                lost += 1 - ((_answered >> i) & 1);
            }

            return 100 * lost / _checks;
        }
    }

    public void Answered(long micros)
    {
        if (_hasPrevious)
        {
            long difference = micros > LastMicros ? micros - LastMicros : LastMicros - micros;

            // J is kept times 16, so that the division of the RFC loses nothing.
            _jitterTimes16 += difference - (_jitterTimes16 / 16);
        }

        LastMicros = micros;
        _hasPrevious = true;
        HasRoundTrip = true;
        Count(1);
    }

    public void Lost()
    {
        HasRoundTrip = false;
        Count(0);
    }

    private void Count(int answered)
    {
        _answered = ((_answered << 1) | answered) & ((1 << Window) - 1);
        if (_checks < Window)
        {
            _checks++;
        }
    }
}
