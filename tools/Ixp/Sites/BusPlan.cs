using System.Globalization;
using Ixp.Sites.Sensors;

namespace Ixp.Sites;

/// <summary>Who answers to which call on the buses: the first to ask gets it.</summary>
internal sealed class BusPlan
{
    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);

    /// <returns>Why the sensor cannot have its place, or null.</returns>
    public Finding? Take(SensorEntry sensor, string path)
    {
        switch (sensor.Kind.Bus)
        {
            case SensorBus.OneWire:
                return Take(sensor, path, "rom", $"ROM code {sensor.Text("rom")}", "every part has a code of its own: read this one's again");
            case SensorBus.I2c:
                return Take(sensor, path, "address", AddressOf(sensor), "strap one part to another address or move it to the other bus");
            case SensorBus.Serial:
                return Take(sensor, path, "slave", $"Modbus address {sensor.Number("slave")} on COM{sensor.Com}", "give one meter another address");
            case SensorBus.Analogue when sensor.Address is not null && sensor.Number("channel") is { } channel:
                return TakeChip(sensor, path)
                    ?? Take(sensor, path, "channel", $"channel {channel} of the ADS1115 at {AddressOf(sensor)}", "take another channel");
            default:
                return null;
        }
    }

    /// <summary>An ADS1115 has its address once for all of its channels.</summary>
    private Finding? TakeChip(SensorEntry sensor, string path)
    {
        string place = AddressOf(sensor);
        const string Chip = "an ADS1115";
        return _owners.TryAdd(place, Chip) || _owners[place] == Chip
            ? null
            : new Finding(path + ".address", $"{place} belongs to {_owners[place]}", "strap one part to another address or move it to the other bus");
    }

    private Finding? Take(SensorEntry sensor, string path, string key, string place, string mend) => _owners.TryAdd(place, sensor.Name)
        ? null
        : new Finding($"{path}.{key}", $"{place} belongs to {_owners[place]}", mend);

    private static string AddressOf(SensorEntry sensor) =>
        string.Create(CultureInfo.InvariantCulture, $"address 0x{sensor.Address:X2} on I2C bus {sensor.Bus}");
}
