using Appliance.Core.Chips;
using Appliance.Core.Electrical;
using Appliance.Core.Metrics;
using Appliance.Drivers.Analogue;

namespace Appliance.Drivers.Clamp;

/// <summary>
/// A current clamp of the SCT-013 kind: volts in proportion to the alternating current, on a bias in the middle of the input's
/// range. A clamp that is unplugged leaves the bias alone and reads as no current: nobody can tell.
/// </summary>
public sealed class ClampSensor : Sensor
{
    /// <summary>
    /// Cycles that make a reading. As each is whole and its mean is taken off, few do; spread over half a second they also see
    /// loads that come and go.
    /// </summary>
    private const int Cycles = 5;

    /// <summary>Between the starts of two, so that the others get their time.</summary>
    private const int GapMs = 100;

    /// <summary>A cycle into which something came does not count. After so many tries, fewer whole ones will do, down to one.</summary>
    private const int MostTries = 2 * Cycles;

    /// <summary>Less than this and the bias is gone: half of each cycle would be cut off.</summary>
    private const long LeastBias = 100_000;

    private readonly RmsMeter _meter = new RmsMeter();
    private readonly AnalogueInput _input;
    private readonly Metric _amperes;
    private readonly int _milliamperesPerVolt;
    private readonly int _cycleMicros;
    private bool _isReading;
    private int _tries;
    private long _started;

    /// <param name="milliamperesPerVolt">30000 for an SCT-013-030; 90909 for an SCT-013-000 with a burden of 22 ohms.</param>
    /// <param name="mainsHertz">50 or 60.</param>
    /// <param name="amperes">Amperes with two decimals.</param>
    public ClampSensor(
        string name, AnalogueInput input, int milliamperesPerVolt, int mainsHertz, int periodMs, Metric amperes)
        : base(name, periodMs, new Metric[] { amperes })
    {
        _input = input;
        _milliamperesPerVolt = milliamperesPerVolt;
        _cycleMicros = (int)FixedPoint.Divide(1_000_000, mainsHertz > 0 ? mainsHertz : 50);
        _amperes = amperes;
    }

    public override bool IsUnderWay => _isReading;

    public override long Step(long now)
    {
        if (!_isReading)
        {
            _isReading = true;
            _tries = 0;
            _started = now;
            _meter.Clear();
        }

        Quality quality = _input.ReadCycle(now, _cycleMicros, _meter);
        if (quality == Quality.Pending)
        {
            return _input.Due;
        }

        _tries++;
        if ((quality == Quality.Ok || quality == Quality.Stale) && _meter.Bursts < Cycles && _tries < MostTries)
        {
            return now + GapMs;
        }

        _isReading = false;
        Take(quality, now);
        return _started + PeriodMs;
    }

    private void Take(Quality quality, long now)
    {
        if (quality == Quality.Ok || quality == Quality.Stale)
        {
            quality = _meter.Bursts == 0 ? Quality.Timeout : OfBias();
        }

        _amperes.Put(quality, FixedPoint.Divide(_meter.Rms * _milliamperesPerVolt, 10_000_000), now);
    }
    private Quality OfBias() => _meter.Mean < LeastBias ? Quality.OutOfRange : Quality.Ok;
}
