namespace System.Device.Gpio;

/// <summary>The counter units of the chip that are in use in the present boot.</summary>
internal sealed class PulseCounterUnits
{
    public int InUse { get; set; }
}
