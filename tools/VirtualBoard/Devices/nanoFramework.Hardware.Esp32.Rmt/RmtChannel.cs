namespace nanoFramework.Hardware.Esp32.Rmt;

public abstract class RmtChannel
{
    protected readonly RmtChannelSettings _settings;

    protected RmtChannel(RmtChannelSettings settings) => _settings = settings;

    public static SourceClock SourceClock => SourceClock.APB;

    /// <summary>Hertz.</summary>
    public static int SourceClockFrequency => 80_000_000;

    public abstract ChannelMode Mode { get; }

    public int Channel => _settings.Channel;

    public int Pin
    {
        get => _settings.PinNumber;
        set => _settings.PinNumber = value;
    }

    public byte ClockDivider
    {
        get => _settings.ClockDivider;
        set => _settings.ClockDivider = value;
    }

    public byte NumberOfMemoryBlocks
    {
        get => _settings.NumberOfMemoryBlocks;
        set => _settings.NumberOfMemoryBlocks = value;
    }
}
