namespace VirtualRack.Chips;

/// <summary>What a DS18B20 makes of the next time slot.</summary>
internal enum Ds18b20State
{
    /// <summary>Not addressed: nothing but a reset is heard.</summary>
    Deselected,
    RomCommand,
    Searching,
    Matching,
    Function,
    Writing,
    Sending,
    Polling,
}
