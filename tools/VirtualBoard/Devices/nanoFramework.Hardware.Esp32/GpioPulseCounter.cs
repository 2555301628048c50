using VirtualBoard;
using VirtualBoard.Buses;
using VirtualBoard.Devices;
using VirtualBoard.Running;

namespace System.Device.Gpio;

/// <summary>
/// A hardware pulse counter, kept as 64 bits. It takes pins that others own without asking, and keeps GPIO from opening its own.
/// </summary>
public sealed class GpioPulseCounter : IDisposable
{
    private readonly Interpreter _interpreter = Interpreter.Current;
    private readonly Pin _pin;
    private GpioPulsePolarity _polarity;
    private ushort _filter;
    private long _edges;
    private long? _first;
    private long _counted;
    private bool _disposed;

    /// <exception cref="NotImplementedException">The chip has no pulse counters, as the ESP32-C3.</exception>
    /// <exception cref="NotSupportedException">All units are in use.</exception>
    public GpioPulseCounter(int pinNumberA, int pinNumberB = -1)
    {
        int available = Board.Current.Profile.PulseCounters;
        if (available == 0)
            throw new NotImplementedException("This chip has no pulse counters: count edges by GPIO events.");

        var units = _interpreter.Resource<PulseCounterUnits>();
        if (units.InUse == available)
            throw new NotSupportedException($"All {available} pulse counters are in use: dispose one first.");
        if (pinNumberB >= 0)
            throw new NotSupportedException("The virtual board has no quadrature: give one pin.");
        if (pinNumberA < 0 || pinNumberA >= Board.Current.Profile.PinCount)
            throw new NotSupportedException($"There is no GPIO{pinNumberA}.");

        units.InUse++;
        PinReservations.Current.Take(pinNumberA);
        _pin = Board.Current.Pins[pinNumberA];
        _pin.Configure(PinDirection.Input, null);
    }

    public bool IsStarted { get; private set; }

    /// <exception cref="InvalidOperationException">The counter runs.</exception>
    public GpioPulsePolarity Polarity
    {
        get => _polarity;
        set
        {
            ThrowIfStarted();
            _polarity = value;
        }
    }

    /// <summary>Glitches up to so many nanoseconds, 0 to 1023, do not count; contact bounce is far longer.</summary>
    /// <exception cref="InvalidOperationException">The counter runs.</exception>
    public ushort FilterPulses
    {
        get => _filter;
        set
        {
            ThrowIfStarted();
            _filter = value;
        }
    }

    public GpioPulseCount Read()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return new GpioPulseCount { Count = Count(), RelativeTime = TimeSpan.FromMicroseconds(_interpreter.UptimeMicros) };
    }

    /// <returns>What was counted before it became zero.</returns>
    public GpioPulseCount Reset()
    {
        var last = Read();
        Clear();
        return last;
    }

    /// <summary>Counts from zero.</summary>
    public void Start()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (!IsStarted)
            _pin.Changed += OnChanged;
        IsStarted = true;
        Clear();
    }

    public void Stop()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _counted = Count();
        IsStarted = false;
        _pin.Changed -= OnChanged;
    }

    public void Dispose()
    {
        if (_disposed)
            return;

        Stop();
        _disposed = true;
        _interpreter.Resource<PulseCounterUnits>().InUse--;
        PinReservations.Current.Release(_pin.Number);
    }

    private void Clear()
    {
        Interlocked.Exchange(ref _edges, 0);
        _first = _pin.Pulses?.Invoke(_interpreter.Time.NowMicros);
        _counted = 0;
    }

    private long Count()
    {
        if (!IsStarted)
            return _counted;
        if (_pin.Pulses is not { } pulses)
            return Interlocked.Read(ref _edges);

        // The world only goes forward: what had arrived at the start is remembered, not asked for again.
        long arrived = pulses(_interpreter.Time.NowMicros);
        _first ??= arrived;
        long full = arrived - _first.Value;
        return _polarity == GpioPulsePolarity.Both ? 2 * full : full;
    }

    private void OnChanged(Pin pin, bool level)
    {
        if (_interpreter.IsHalted)
            pin.Changed -= OnChanged;
        else if (_polarity == GpioPulsePolarity.Both || level == (_polarity == GpioPulsePolarity.Rising))
            Interlocked.Increment(ref _edges);
    }

    private void ThrowIfStarted()
    {
        if (IsStarted)
            throw new InvalidOperationException("The counter runs: stop it before changing how it counts.");
    }
}
