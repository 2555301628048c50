using Appliance.Core.Metrics;

namespace Appliance.Drivers.Ds18b20;

/// <summary>One DS18B20 of a chain: its ROM code, which is its identity in whatever socket it sits, and its temperature.</summary>
public sealed class Ds18b20Probe
{
    /// <param name="rom">Eight bytes: family 0x28, serial number, CRC.</param>
    public Ds18b20Probe(byte[] rom, Metric temperature)
    {
        Rom = rom;
        Temperature = temperature;
    }

    public byte[] Rom { get; }

    /// <summary>Degrees Celsius with two decimals.</summary>
    public Metric Temperature { get; }

    /// <summary>The last good reading, or <see cref="long.MinValue"/>.</summary>
    public long Previous { get; set; } = long.MinValue;
}
