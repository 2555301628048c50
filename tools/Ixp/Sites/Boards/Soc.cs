namespace Ixp.Sites.Boards;

/// <summary>What a chip has, whatever board it is on.</summary>
/// <param name="Name">As it stands in board files.</param>
/// <param name="Title">Name for people.</param>
/// <param name="PulseCounters">Units in the chip.</param>
/// <param name="HasThirdSerial">There is UART2, which COM3 and 1-Wire need.</param>
/// <param name="AdcPins">GPIO of each channel of the ADC as the firmware counts them; -1 where there is none.</param>
/// <param name="FirstInputOnly">From here on pins are inputs only.</param>
internal sealed record Soc(string Name, string Title, int PulseCounters, bool HasThirdSerial, IReadOnlyList<int> AdcPins, int FirstInputOnly)
{
    /// <summary>Channels from here on are of the second ADC, which Wi-Fi needs for itself.</summary>
    public const int FirstChannelOfAdc2 = 10;

    public static IReadOnlyList<Soc> All { get; } =
    [
        new("esp32", "ESP32", 8, true, [36, 37, 38, 39, 32, 33, 34, 35, -1, -1, 4, 0, 2, 15, 13, 12, 14, 27, 25, 26], 34),
        new("esp32s3", "ESP32-S3", 4, true, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20], int.MaxValue),
        new("esp32c3", "ESP32-C3", 0, false, [0, 1, 2, 3, 4], int.MaxValue),
    ];

    /// <returns>Null if there is none of that name.</returns>
    public static Soc? Find(string name) => All.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.Ordinal));
}
