using VirtualBoard.Running;

namespace VirtualRack.World;

/// <summary>Something that comes and goes by itself, at random times that depend on the seed alone: outages, visits.</summary>
internal sealed class Happenings
{
    private const double MonthHours = 730;

    private readonly TimeBase _time;
    private readonly Condition _condition;
    private readonly Noise _noise;
    private readonly double _meanGapHours;
    private readonly double _meanHours;
    private long _count;

    private Happenings(TimeBase time, Condition condition, Noise noise, double perMonth, double meanHours)
    {
        _time = time;
        _condition = condition;
        _noise = noise;
        _meanGapHours = Math.Max(0.01, (MonthHours / perMonth) - meanHours);
        _meanHours = meanHours;
    }

    /// <summary>Begins the series; a rate of 0 has none.</summary>
    public static void Start(TimeBase time, Condition condition, Noise noise, double perMonth, double meanHours)
    {
        if (perMonth > 0)
            new Happenings(time, condition, noise, perMonth, meanHours).Plan(time.NowMicros);
    }

    private void Plan(long after)
    {
        long begins = after + Micros(Exponential(_count) * _meanGapHours);
        long ends = begins + Micros((0.2 + (1.6 * _noise.Unit((2 * _count) + 1))) * _meanHours);
        _count++;
        _time.Schedule(begins, () => _condition.IsOn = true);
        _time.Schedule(ends, () =>
        {
            _condition.IsOn = false;
            Plan(ends);
        });
    }

    private static long Micros(double hours) => (long)(hours * 3.6e9);

    private double Exponential(long index) => -Math.Log(1 - _noise.Unit(2 * index));
}
