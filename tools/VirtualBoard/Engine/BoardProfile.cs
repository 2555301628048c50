namespace VirtualBoard;

/// <summary>What is soldered on a board and compiled into its image. Values of the reference board unless told otherwise.</summary>
public sealed record BoardProfile
{
    public string Name { get; init; } = "olimex-esp32-poe-iso";

    /// <summary>nanoFramework image, as <c>SystemInfo.TargetName</c> tells it.</summary>
    public string TargetName { get; init; } = "ESP32_OLIMEX";

    public int PinCount { get; init; } = 40;

    /// <summary>Pins that Ethernet (RMII, PHY, clock) owns; GPIO, I2C and SPI refuse them.</summary>
    public IReadOnlyList<int> ReservedPins { get; init; } = [12, 17, 18, 19, 21, 22, 23, 25, 26, 27];

    /// <summary>Pins without output driver and pulls.</summary>
    public IReadOnlyList<int> InputOnlyPins { get; init; } = [34, 35, 36, 37, 38, 39];

    /// <summary>GPIO number of each ADC channel; -1 where there is none.</summary>
    public IReadOnlyList<int> AdcPins { get; init; } =
        [36, 37, 38, 39, 32, 33, 34, 35, -1, -1, 4, 0, 2, 15, 13, 12, 14, 27, 25, 26];

    /// <summary>Pulse counter units: 8 on the ESP32, 4 on S2, S3, C6 and H2, none on the C3.</summary>
    public int PulseCounters { get; init; } = 8;

    /// <summary>The image holds the 1-Wire host, which lives on COM3.</summary>
    public bool HasOneWire { get; init; } = true;

    public bool HasEthernet { get; init; } = true;

    /// <summary>Managed heap in bytes.</summary>
    public int ManagedHeap { get; init; } = 114_688;

    /// <summary>Native heap in bytes at start.</summary>
    public int NativeHeap { get; init; } = 118_000;

    /// <summary>The littlefs partition of drive I:, in bytes.</summary>
    public int FlashBytes { get; init; } = 256 * 1024;

    /// <summary>Hardware address of the first interface.</summary>
    public IReadOnlyList<byte> MacAddress { get; init; } = [0x02, 0x49, 0x58, 0x50, 0x00, 0x01];
}
