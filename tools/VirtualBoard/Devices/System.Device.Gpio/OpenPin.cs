namespace System.Device.Gpio;

/// <summary>A pin opened through a controller, with the one callback that the controller can keep for it.</summary>
internal sealed class OpenPin(GpioPin pin)
{
    public GpioPin Pin { get; } = pin;

    public PinEventTypes Events { get; set; }

    public PinChangeEventHandler? Callback { get; set; }

    public void Raise(object sender, PinValueChangedEventArgs e)
    {
        if ((Events & e.ChangeType) != 0)
            Callback?.Invoke(sender, e);
    }
}
