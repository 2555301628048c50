using Appliance.Core.Chips;
using Appliance.Core.Metrics;
using System.Device.Gpio;

namespace Appliance.Drivers.FanTach;

/// <summary>Speed of a fan by its tach wire and a hardware pulse counter (Intel 4-wire fan specification section 2.1.3).</summary>
public sealed class FanTachSensor : Sensor
{
    private const long MinuteMs = 60_000;

    /// <summary>The fastest rack fans turn about 30 000 times a minute. More is the chopped supply of a fan behind PWM.</summary>
    private const long Fastest = 60_000;

    private readonly GpioPulseCounter _counter;
    private readonly Metric _speed;
    private readonly int _pulsesPerTurn;
    private bool _isCounting;
    private long _lastCount;
    private long _lastTime;

    /// <param name="pulsesPerTurn">Two for nearly all fans; at least one.</param>
    /// <param name="speed">Turns a minute, no decimals.</param>
    public FanTachSensor(string name, GpioPulseCounter counter, int pulsesPerTurn, int periodMs, Metric speed)
        : base(name, periodMs, new Metric[] { speed })
    {
        _counter = counter;
        _pulsesPerTurn = pulsesPerTurn;
        _speed = speed;
    }

    public override long Step(long now)
    {
        if (!_isCounting)
        {
            // One edge a pulse, whatever the counter does unless told.
            _counter.Polarity = GpioPulsePolarity.Falling;
            _counter.Start();
            _isCounting = true;
            _lastCount = _counter.Read().Count;
            _lastTime = now;
            return now + PeriodMs;
        }

        long count = _counter.Read().Count;
        long elapsed = now - _lastTime;
        if (elapsed > 0)
        {
            Take(FixedPoint.Divide((count - _lastCount) * MinuteMs, _pulsesPerTurn * elapsed), now);
        }

        _lastCount = count;
        _lastTime = now;
        return now + PeriodMs;
    }

    private void Take(long speed, long now)
    {
        if (speed > Fastest)
        {
            _speed.Fail(Quality.OutOfRange, now);
        }
        else
        {
            _speed.Set(speed, now);
        }
    }
}
