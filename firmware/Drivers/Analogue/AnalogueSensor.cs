using Appliance.Core.Metrics;

namespace Appliance.Drivers.Analogue;

/// <summary>A sensor that makes one figure of one voltage.</summary>
public abstract class AnalogueSensor : Sensor
{
    private readonly AnalogueInput _input;
    private bool _isReading;
    private long _started;

    protected AnalogueSensor(string name, AnalogueInput input, int periodMs, Metric metric)
        : base(name, periodMs, new Metric[] { metric })
    {
        _input = input;
        Metric = metric;
    }

    protected Metric Metric { get; }

    public sealed override bool IsUnderWay => _isReading;

    public sealed override long Step(long now)
    {
        if (!_isReading)
        {
            _isReading = true;
            _started = now;
        }

        Quality quality = _input.Read(now, out long microvolts);
        if (quality == Quality.Pending)
        {
            return _input.Due;
        }

        _isReading = false;
        if (quality == Quality.Ok || quality == Quality.OutOfRange)
        {
            Take(quality, microvolts, now);
        }
        else
        {
            Miss(quality, now);
        }

        return Next(_started);
    }

    /// <summary>Makes the reading.</summary>
    /// <param name="range">Ok, or OutOfRange if the voltage is at an end of the range, which may still tell of the wire.</param>
    protected abstract void Take(Quality range, long microvolts, long now);

    /// <summary>There is no voltage, and why.</summary>
    protected virtual void Miss(Quality quality, long now) => Metric.Fail(quality, now);

    /// <returns>Uptime of the next reading.</returns>
    /// <param name="started">Uptime at which the one that is done began.</param>
    protected virtual long Next(long started) => started + PeriodMs;
}
