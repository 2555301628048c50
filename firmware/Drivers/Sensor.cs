using Appliance.Core.Metrics;
using Appliance.Core.Scheduling;

namespace Appliance.Drivers;

/// <summary>
/// A chip, or a chain of them, that fills metrics. A step starts a conversion or collects one; it never waits for it.
/// </summary>
public abstract class Sensor : Worker
{
    private IWaker _waker;

    protected Sensor(string name, int periodMs, Metric[] metrics)
        : base(name)
    {
        PeriodMs = periodMs;
        Metrics = metrics;
        for (int i = 0; i < metrics.Length; i++)
        {
            metrics[i].PeriodSeconds = periodMs / 1000;
        }
    }

    /// <summary>Milliseconds from one reading to the next.</summary>
    public int PeriodMs { get; }

    public Metric[] Metrics { get; }

    /// <summary>Uptime at which it wants to step next.</summary>
    public long Due { get; set; }

    /// <summary>The wires that it shares with others, or null.</summary>
    public SharedBus Bus { get; set; }

    /// <summary>It is in the middle of a reading that has to be brought to an end, whatever became of the bus.</summary>
    public virtual bool IsUnderWay => false;

    /// <summary>Its hardware has news, so it wants to step now. The caller clears it before the step.</summary>
    public bool IsRequested { get; set; }

    /// <summary>A metric changed in a way that should be told at once. The reader clears it.</summary>
    public bool IsUrgent { get; set; }

    /// <summary>Tells the sensor whom to wake when its hardware has news.</summary>
    public void Attach(IWaker waker) => _waker = waker;

    /// <summary>Marks all readings as missing, for one reason.</summary>
    public void Fail(Quality quality, long now)
    {
        for (int i = 0; i < Metrics.Length; i++)
        {
            Metrics[i].Fail(quality, now);
        }
    }

    /// <summary>Asks for a step as soon as may be; for handlers of hardware events.</summary>
    protected void RequestStep()
    {
        IsRequested = true;
        if (_waker != null)
        {
            _waker.Wake();
        }
    }
}
