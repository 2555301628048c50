using Ixp.Sites.Sensors;

namespace Ixp.Sites;

/// <summary>A part on I2C has an address that its maker gave it.</summary>
internal static class AddressCheck
{
    private const string Ads1115 = "ads1115";

    private static readonly Dictionary<string, int[]> Addresses = new(StringComparer.Ordinal)
    {
        ["sht3x"] = [0x44, 0x45],
        ["sht4x"] = [0x44, 0x45, 0x46],
        ["bme280"] = [0x76, 0x77],
        ["ina219"] = [.. Enumerable.Range(0x40, 16)],
        ["ina226"] = [.. Enumerable.Range(0x40, 16)],
        ["ina228"] = [.. Enumerable.Range(0x40, 16)],
        [Ads1115] = [0x48, 0x49, 0x4A, 0x4B],
    };

    /// <returns>Why the sensor cannot be there, or null.</returns>
    public static Finding? Of(SensorEntry sensor, string path)
    {
        string chip = sensor.Kind.Bus is SensorBus.Analogue ? Ads1115 : sensor.Kind.Name;
        if (sensor.Address is not { } address || !Addresses.TryGetValue(chip, out int[]? possible) || possible.Contains(address))
            return null;
        string range = possible.Length > 4 ? $"0x{possible[0]:X2} to 0x{possible[^1]:X2}" : string.Join(", ", possible.Select(a => $"0x{a:X2}"));
        return new Finding(path + ".address", $"no {chip} can have the address 0x{address:X2}", $"it has one of {range}");
    }
}
