using System.Device.Gpio;
class Led
{
    readonly GpioPin pin;
    public Led(GpioController gpio) { pin = gpio.OpenPin(5, PinMode.Output); pin.ValueChanged += (s, e) => pin.Toggle(); }
    public void Set(bool on) { pin.Write(on ? PinValue.High : PinValue.Low); }
}
