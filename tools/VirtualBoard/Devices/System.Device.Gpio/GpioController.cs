using VirtualBoard;
using VirtualBoard.Devices;
using VirtualBoard.Running;

namespace System.Device.Gpio;

/// <summary>
/// Opens pins by number. All controllers of a boot share the open pins; each pin keeps one callback, so that registering
/// again replaces it and raises it twice an edge.
/// </summary>
public sealed class GpioController : IDisposable
{
    private readonly OpenPins _open = Interpreter.Current.Resource<OpenPins>();

    public GpioController()
    {
    }

    public GpioController(PinNumberingScheme numberingScheme) => NumberingScheme = numberingScheme;

    public PinNumberingScheme NumberingScheme { get; }

    public int PinCount => Board.Current.Profile.PinCount;

    /// <exception cref="ArgumentException">The chip has no such pin.</exception>
    /// <exception cref="InvalidOperationException">The pin is open already, or Ethernet or another driver owns it.</exception>
    public GpioPin OpenPin(int pinNumber)
    {
        if (pinNumber < 0 || pinNumber >= PinCount)
            throw new ArgumentException($"There is no GPIO{pinNumber}: pins are 0 to {PinCount - 1}.", nameof(pinNumber));
        if (!PinReservations.Current.Take(pinNumber))
            throw new InvalidOperationException($"GPIO{pinNumber} is in use: {Holder(pinNumber)}.");

        var pin = new GpioPin(pinNumber);
        _open.Add(pin);
        return pin;
    }

    /// <inheritdoc cref="OpenPin(int)"/>
    public GpioPin OpenPin(int pinNumber, PinMode mode)
    {
        var pin = OpenPin(pinNumber);
        try
        {
            pin.SetPinMode(mode);
            return pin;
        }
        catch
        {
            pin.Dispose();
            throw;
        }
    }

    /// <exception cref="InvalidOperationException">The pin is not open.</exception>
    public void ClosePin(int pinNumber) => Opened(pinNumber).Pin.Dispose();

    public void Dispose() => _open.DisposeAll();

    /// <exception cref="InvalidOperationException">The pin is not open.</exception>
    public PinMode GetPinMode(int pinNumber) => Opened(pinNumber).Pin.GetPinMode();

    public bool IsPinModeSupported(int pinNumber, PinMode mode) => PinModes.IsSupported(Board.Current.Profile, pinNumber, mode);

    /// <returns>True also for a pin that a driver owns.</returns>
    public bool IsPinOpen(int pinNumber) => PinReservations.Current.IsHeld(pinNumber);

    /// <exception cref="InvalidOperationException">The pin is not open.</exception>
    public PinValue Read(int pinNumber) => Opened(pinNumber).Pin.Read();

    /// <exception cref="InvalidOperationException">The pin is not open.</exception>
    public void RegisterCallbackForPinValueChangedEvent(int pinNumber, PinEventTypes eventTypes, PinChangeEventHandler callback)
    {
        var open = Opened(pinNumber);
        open.Events = eventTypes;
        open.Callback = callback;
        open.Pin.ValueChanged += open.Raise;
    }

    /// <exception cref="InvalidOperationException">The pin is not open.</exception>
    public void SetPinMode(int pinNumber, PinMode mode) => Opened(pinNumber).Pin.SetPinMode(mode);

    public void UnregisterCallbackForPinValueChangedEvent(int pinNumber, PinChangeEventHandler callback)
    {
        if (_open.Find(pinNumber) is not { } open)
            return;

        open.Events = PinEventTypes.None;
        open.Pin.ValueChanged -= open.Raise;
    }

    /// <exception cref="InvalidOperationException">The pin is not open, or an input.</exception>
    public void Write(int pinNumber, PinValue value) => Opened(pinNumber).Pin.Write(value);

    private static string Holder(int pinNumber) => Board.Current.Profile.ReservedPins.Contains(pinNumber)
        ? "it belongs to Ethernet or the flash of this board; choose another pin"
        : "close it first";

    private OpenPin Opened(int pinNumber) => _open.Find(pinNumber)
        ?? throw new InvalidOperationException($"GPIO{pinNumber} is not open: call OpenPin first.");
}
