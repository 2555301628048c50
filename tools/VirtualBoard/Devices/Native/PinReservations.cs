namespace VirtualBoard.Devices;

/// <summary>
/// The pins that a driver of the image or an open GPIO holds. GPIO, I2C and the like ask; serial, 1-Wire, RMT, ADC and the
/// pulse counter do not, as on the device.
/// </summary>
internal sealed class PinReservations
{
    private readonly HashSet<int> _held = [];

    public PinReservations()
    {
        foreach (int pin in Board.Current.Profile.ReservedPins)
            _held.Add(pin);
    }

    public static PinReservations Current => Running.Interpreter.Current.Resource<PinReservations>();

    public bool IsHeld(int pin) => _held.Contains(pin);

    /// <returns>False if somebody holds the pin already.</returns>
    public bool Take(int pin) => _held.Add(pin);

    public void Release(int pin) => _held.Remove(pin);
}
