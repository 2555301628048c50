using System;
using System.Device.Gpio;
using Appliance.Core.Contacts;
using Appliance.Core.Metrics;

namespace Appliance.Drivers.Contact;

/// <summary>
/// A dry contact to ground. Each edge is taken with its time as the hardware tells it, so that a pulse is told, and counted,
/// however busy the sampler is; a look each period makes sure that no missed edge lasts.
/// </summary>
public sealed class ContactSensor : Sensor
{
    private readonly object _gate = new object();
    private readonly GpioPin _pin;
    private readonly Debouncer _debouncer;
    private readonly Metric _metric;
    private readonly Metric _count;
    private readonly bool _highIsOne;
    private bool _isTold;
    private bool _wasOne;
    private int _rises;

    /// <param name="pin">An input with pull-up: an open contact reads high.</param>
    /// <param name="highIsOne">True if the metric is 1 while the contact is open.</param>
    /// <param name="holdMs">How long a level must stand before it counts; 0 counts each pulse, however short.</param>
    /// <param name="metric">0 or 1. A pulse that is over when it is told is 1 once, and then 0.</param>
    /// <param name="count">How often it became 1 since the start, no decimals; or null.</param>
    public ContactSensor(string name, GpioPin pin, bool highIsOne, int holdMs, int periodMs, Metric metric, Metric count)
        : base(name, periodMs, count == null ? new Metric[] { metric } : new Metric[] { metric, count })
    {
        _pin = pin;
        _highIsOne = highIsOne;
        _debouncer = new Debouncer(holdMs);
        _metric = metric;
        _count = count;
        _pin.ValueChanged += OnEdge;
    }

    public override long Step(long now)
    {
        bool isOne;
        int rises;
        long lookAt;
        lock (_gate)
        {
            _debouncer.Look((_pin.Read() == PinValue.High) == _highIsOne, now);
            isOne = _debouncer.Level;
            rises = _debouncer.Rises;
            lookAt = _debouncer.LookAt;
        }

        bool isOver = !isOne && !_wasOne && rises != _rises;
        IsUrgent |= _isTold && (isOne != _wasOne || rises != _rises);
        _isTold = true;
        _wasOne = isOne || isOver;
        _rises = rises;
        _metric.Set(_wasOne ? 1 : 0, now);
        if (_count != null)
        {
            _count.Set(rises, now);
        }

        if (isOver)
        {
            return now;
        }

        return lookAt < now + PeriodMs ? lookAt : now + PeriodMs;
    }

    // Runs on the thread of all hardware events: it takes note, and asks for a step.
    private void OnEdge(object sender, PinValueChangedEventArgs e)
    {
        lock (_gate)
        {
            _debouncer.Edge((e.ChangeType == PinEventTypes.Rising) == _highIsOne, Environment.TickCount64);
        }

        RequestStep();
    }
}
