namespace nanoFramework.Hardware.Esp32.Rmt;

public sealed class TransmitChannelSettings : RmtChannelSettings
{
    public TransmitChannelSettings(int pinNumber)
        : base(pinNumber)
    {
    }

    public TransmitChannelSettings(int channel, int pinNumber)
        : base(channel, pinNumber)
    {
    }

    public bool EnableCarrierWave { get; set; }

    public bool CarrierLevel { get; set; }

    public int CarrierWaveFrequency { get; set; }

    public byte CarrierWaveDutyPercentage { get; set; }

    public bool EnableLooping { get; set; }

    public int LoopCount { get; set; }

    public bool EnableIdleLevelOutput { get; set; } = true;

    public bool IdleLevel { get; set; }
}
