using Appliance.Core.Contacts;
using Appliance.Core.Metrics;
using System.Device.Gpio;

namespace Appliance.Drivers.Contact;

/// <summary>
/// A dry contact to ground. An edge makes it look at once; a look each period makes sure that no missed edge lasts.
/// </summary>
public sealed class ContactSensor : Sensor
{
    private readonly GpioPin _pin;
    private readonly Debouncer _debouncer;
    private readonly Metric _metric;
    private readonly bool _highIsOne;
    private bool _hadEdge;

    /// <param name="pin">An input with pull-up: an open contact reads high.</param>
    /// <param name="highIsOne">True if the metric is 1 while the contact is open.</param>
    /// <param name="holdMs">How long a level must stand before it counts.</param>
    /// <param name="metric">0 or 1.</param>
    public ContactSensor(string name, GpioPin pin, bool highIsOne, int holdMs, int periodMs, Metric metric)
        : base(name, periodMs, new Metric[] { metric })
    {
        _pin = pin;
        _highIsOne = highIsOne;
        _debouncer = new Debouncer(holdMs);
        _metric = metric;
        _pin.ValueChanged += OnEdge;
    }

    public override long Step(long now)
    {
        if (_hadEdge)
        {
            _hadEdge = false;
            _debouncer.Edge(now);
        }

        bool isKnown = _metric.Quality != Quality.Pending;
        bool level = _pin.Read() == PinValue.High;
        if (_debouncer.Sample(level, now))
        {
            IsUrgent = isKnown;
        }

        _metric.Set(_debouncer.Level == _highIsOne ? 1 : 0, now);
        return _debouncer.IsSettling ? _debouncer.SettledAt : now + PeriodMs;
    }

    // Runs on the thread of all hardware events: it only asks for a step.
    private void OnEdge(object sender, PinValueChangedEventArgs e)
    {
        _hadEdge = true;
        RequestStep();
    }
}
