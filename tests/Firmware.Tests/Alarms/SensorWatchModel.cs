using Appliance.Core.Metrics;

namespace Appliance.Tests.Alarms;

/// <summary>The rule as one would tell it: all qualities are kept, a tick each period, and looked through from the last one back.</summary>
internal sealed class SensorWatchModel
{
    private readonly Quality[][] _history;
    private readonly int _periodMs;
    private int _ticks;

    public SensorWatchModel(int metrics, int period)
    {
        _periodMs = period * 1000;
        _history = new Quality[metrics][];
        for (int i = 0; i < metrics; i++)
        {
            _history[i] = new Quality[1000];
        }
    }

    public bool IsLost { get; private set; }

    public void Put(int metric, Quality quality, long now)
    {
        _ticks = (int)(now / _periodMs) + 1;
        _history[metric][_ticks - 1] = quality;
    }

    public bool Step(long now)
    {
        bool wasLost = IsLost;
        bool allAnswer = true;
        bool anyFailsLong = false;
        for (int i = 0; i < _history.Length; i++)
        {
            Quality last = _history[i][_ticks - 1];
            allAnswer &= last == Quality.Ok || last == Quality.NotCalibrated || last == Quality.SourceMissing;
            int run = 0;
            while (run < _ticks && IsBad(_history[i][_ticks - 1 - run]))
            {
                run++;
            }

            long lasts = (run - 1) * (long)_periodMs;
            anyFailsLong |= run > 0 && lasts >= 3 * _periodMs && lasts >= 10_000;
        }

        IsLost = wasLost ? !allAnswer : anyFailsLong;
        return IsLost != wasLost;
    }

    private static bool IsBad(Quality quality) =>
        quality != Quality.Ok && quality != Quality.Pending && quality != Quality.NotCalibrated && quality != Quality.Blackout
        && quality != Quality.SourceMissing;
}
