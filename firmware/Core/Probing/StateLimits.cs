using System;

namespace Appliance.Core.Probing;

/// <summary>When a target that answers is degraded, when one that does not is down, and when changes are flapping.</summary>
public sealed class StateLimits
{
    /// <exception cref="ArgumentException">A limit can never be reached, or the two of flapping are the wrong way round.</exception>
    public StateLimits(long slowMicros, int lossPercent, int attempts, int flapStartPercent, int flapStopPercent)
    {
        if (slowMicros < 1 || lossPercent < 1 || lossPercent > 100 || attempts < 1)
        {
            throw new ArgumentException("limits of a target: round trip from 1 us, loss 1 to 100 %, attempts from 1");
        }

        if (flapStopPercent < 0 || flapStopPercent >= flapStartPercent || flapStartPercent > 100)
        {
            throw new ArgumentException("flapping stops below the percentage at which it starts: 0 <= stop < start <= 100");
        }

        SlowMicros = slowMicros;
        LossPercent = lossPercent;
        Attempts = attempts;
        FlapStartPercent = flapStartPercent;
        FlapStopPercent = flapStopPercent;
    }

    /// <summary>
    /// Round trip and loss as IXP Manager's samples for Nagios warn of them (250 ms, 20 %), three attempts as there for switches,
    /// and the limits of flapping that are built into Nagios (30 and 20 %).
    /// </summary>
    public static StateLimits Default() => new StateLimits(250_000, 20, 3, 30, 20);

    /// <summary>A round trip of so many microseconds or more is bad.</summary>
    public long SlowMicros { get; }

    /// <summary>So many percent or more of the last <see cref="RoundTripStatistics.Window"/> checks lost is bad.</summary>
    public int LossPercent { get; }

    /// <summary>Bad checks in a row after which it is certain.</summary>
    public int Attempts { get; }

    /// <summary>Weighted share of changes from which on a target flaps.</summary>
    public int FlapStartPercent { get; }

    /// <summary>Weighted share of changes down to which it has to fall to stop flapping.</summary>
    public int FlapStopPercent { get; }
}
