namespace nanoFramework.Hardware.Esp32.Rmt;

public abstract class RmtChannelSettings
{
    protected RmtChannelSettings(int pinNumber)
        : this(-1, pinNumber)
    {
    }

    protected RmtChannelSettings(int channel, int pinNumber)
    {
        Channel = channel;
        PinNumber = pinNumber;
    }

    public int Channel { get; set; }

    public int PinNumber { get; set; }

    /// <summary>Divides the 80 MHz of the bus clock: 80 gives ticks of a microsecond.</summary>
    public byte ClockDivider { get; set; } = 80;

    public byte NumberOfMemoryBlocks { get; set; } = 1;

    public int BufferSize { get; set; } = 100;

    public bool SignalInverterEnabled { get; set; }
}
