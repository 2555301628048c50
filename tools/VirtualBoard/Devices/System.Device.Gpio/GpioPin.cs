using VirtualBoard;
using VirtualBoard.Buses;
using VirtualBoard.Devices;
using VirtualBoard.Running;

namespace System.Device.Gpio;

/// <summary>One open pin. Events are raised for inputs only, on the thread of the hardware events.</summary>
public sealed class GpioPin : IDisposable
{
    private readonly Pin _pin;
    private readonly EdgeInterrupt _edges;
    private PinValueChangedEventHandler? _valueChanged;
    private PinMode _mode = PinMode.Input;
    private bool _disposed;

    internal GpioPin(int pinNumber)
    {
        _pin = Board.Current.Pins[pinNumber];
        _edges = new EdgeInterrupt(Interpreter.Current, _pin, Raise);
        PinMode.Input.Apply(_pin);
    }

    public event PinValueChangedEventHandler ValueChanged
    {
        add
        {
            ThrowIfDisposed();
            _valueChanged += value;
            Listen();
        }

        remove
        {
            ThrowIfDisposed();
            _valueChanged -= value;
            Listen();
        }
    }

    /// <summary>How long a level must last to count, in whole ticks of 10 ms; zero for none.</summary>
    public TimeSpan DebounceTimeout
    {
        get => TimeSpan.FromMilliseconds(_edges.DebounceMs);
        set => _edges.DebounceMs = (int)(value.Ticks / TimeSpan.TicksPerMillisecond);
    }

    public int PinNumber => _pin.Number;

    public PinMode GetPinMode() => _mode;

    public bool IsPinModeSupported(PinMode pinMode) => PinModes.IsSupported(Board.Current.Profile, PinNumber, pinMode);

    /// <exception cref="ArgumentException">The pin has no such mode: 34 to 39 of the ESP32 are inputs only.</exception>
    public void SetPinMode(PinMode value)
    {
        ThrowIfDisposed();
        if (!IsPinModeSupported(value))
            throw new ArgumentException($"GPIO{PinNumber} has no mode {value}: use another pin or an input mode.", nameof(value));

        _mode = value;
        value.Apply(_pin);
        Listen();
    }

    public PinValue Read()
    {
        ThrowIfDisposed();
        return _pin.Level;
    }

    /// <exception cref="InvalidOperationException">The pin is an input.</exception>
    public void Write(PinValue value)
    {
        ThrowIfDisposed();
        if (!_mode.IsOutput())
            throw new InvalidOperationException($"GPIO{PinNumber} is an input: set an output mode before writing.");
        _pin.Write((bool)value);
    }

    /// <exception cref="InvalidOperationException">The pin is an input.</exception>
    public void Toggle() => Write(!(bool)Read());

    public void Dispose()
    {
        if (_disposed)
            return;

        _disposed = true;
        _edges.Disable();
        _valueChanged = null;
        _pin.Configure(PinDirection.Unused, null);
        PinReservations.Current.Release(PinNumber);
        Interpreter.Current.Resource<OpenPins>().Remove(this);
    }

    private void Listen()
    {
        if (_valueChanged is not null && !_mode.IsOutput())
            _edges.Enable();
        else
            _edges.Disable();
    }

    private void Raise(bool level) => _valueChanged?.Invoke(
        this, new PinValueChangedEventArgs(level ? PinEventTypes.Rising : PinEventTypes.Falling, PinNumber));

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_disposed, this);
}
