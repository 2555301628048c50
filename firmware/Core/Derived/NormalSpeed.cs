using Appliance.Core.Chips;
using Appliance.Core.Counters;
using Appliance.Core.Metrics;

namespace Appliance.Core.Derived;

/// <summary>
/// How fast a fan turns against what is normal for it, in percent. What is normal is learned: the mean over its first hour,
/// then quick to follow upwards and very slow downwards, so that a bearing that gives way over weeks does not become normal.
/// </summary>
public sealed class NormalSpeed : Derivation
{
    private const long MinuteMs = 60_000;

    /// <summary>Before that much turning has been seen, nothing is told.</summary>
    private const long LearnMs = 10 * MinuteMs;

    /// <summary>So long it is a plain mean; later it follows a faster speed in that time.</summary>
    private const long FirstMs = 60 * MinuteMs;

    private const long FallMs = 30 * 24 * 60 * MinuteMs;

    /// <summary>The learned speed is kept in millionths, or it could not move slowly enough.</summary>
    private const long Scale = 1_000_000;

    private readonly Metric _speed;
    private readonly Counter _normal;
    private readonly Counter _learned;
    private readonly Elapsed _elapsed;

    /// <param name="speed">Turns a minute, no decimals.</param>
    /// <param name="normal">Keeps the learned speed over restarts.</param>
    /// <param name="learned">Keeps over restarts how many milliseconds went into it.</param>
    /// <param name="result">Percent, no decimals; <see cref="Quality.NotCalibrated"/> until enough is learned.</param>
    public NormalSpeed(Metric speed, Counter normal, Counter learned, Metric result)
        : base(new Metric[] { speed }, result)
    {
        _speed = speed;
        _normal = normal;
        _learned = learned;
        _elapsed = new Elapsed(speed);
    }

    protected override void Compute(long time)
    {
        Learn(_speed.Value * Scale, _elapsed.Until(time));
        if (_learned.Value < LearnMs || _normal.Value <= 0)
        {
            Result.Fail(Quality.NotCalibrated, time);
        }
        else
        {
            Result.Set(FixedPoint.Divide(_speed.Value * Scale * 100, _normal.Value), time);
        }
    }

    protected override void Miss(long time)
    {
        _elapsed.Stop();
        base.Miss(time);
    }

    /// <summary>A fan that stands, or turns at less than half, is not at its normal.</summary>
    private void Learn(long speed, long elapsed)
    {
        if (speed <= 0 || elapsed <= 0 || (_learned.Value >= LearnMs && speed < _normal.Value / 2))
        {
            return;
        }

        _learned.Value = _learned.Value + elapsed < FirstMs ? _learned.Value + elapsed : FirstMs;
        long horizon = _learned.Value < FirstMs || speed > _normal.Value ? _learned.Value : FallMs;
        _normal.Value += (speed - _normal.Value) * (elapsed < horizon ? elapsed : horizon) / horizon;
    }
}
