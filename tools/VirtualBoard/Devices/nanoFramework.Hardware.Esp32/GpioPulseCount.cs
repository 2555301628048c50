namespace System.Device.Gpio;

public struct GpioPulseCount
{
    public long Count;

    /// <summary>When it was read, since the boot.</summary>
    public TimeSpan RelativeTime;
}
