using System.Device.Gpio;

namespace Appliance.App.Indication;

/// <summary>One LED of any colour on a pin.</summary>
public sealed class PlainLight : Light
{
    private readonly GpioPin _pin;
    private readonly bool _isActiveLow;

    /// <param name="isActiveLow">A low pin lights the LED.</param>
    public PlainLight(GpioPin pin, bool isActiveLow)
    {
        _pin = pin;
        _isActiveLow = isActiveLow;
    }

    public override void Show(bool isLit, int colour) => _pin.Write(isLit != _isActiveLow ? PinValue.High : PinValue.Low);
}
