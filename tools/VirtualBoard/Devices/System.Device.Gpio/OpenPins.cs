namespace System.Device.Gpio;

/// <summary>The pins that are open in the present boot; all controllers share them.</summary>
internal sealed class OpenPins
{
    private readonly List<OpenPin> _pins = [];

    public void Add(GpioPin pin) => _pins.Add(new OpenPin(pin));

    public void Remove(GpioPin pin) => _pins.RemoveAll(open => open.Pin == pin);

    public OpenPin? Find(int pinNumber) => _pins.Find(open => open.Pin.PinNumber == pinNumber);

    public void DisposeAll()
    {
        foreach (var open in _pins.ToArray())
            open.Pin.Dispose();
    }
}
