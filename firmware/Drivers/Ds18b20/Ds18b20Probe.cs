using System;
using Appliance.Core.Chips;
using Appliance.Core.Metrics;

namespace Appliance.Drivers.Ds18b20;

/// <summary>One DS18B20 of a chain: its ROM code, which is its identity in whatever socket it sits, and its temperature.</summary>
public sealed class Ds18b20Probe
{
    /// <summary>How often a part is asked for its resolution before it passes for a clone that knows only one.</summary>
    private const int MostAttempts = 3;

    private int _attempts;

    /// <param name="rom">Eight bytes: family 0x28, serial number, CRC.</param>
    /// <param name="bits">Resolution, 9 to 12: 0.5 °C in 94 ms to 0.0625 °C in 750 ms.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such resolution.</exception>
    public Ds18b20Probe(byte[] rom, Metric temperature, int bits = Ds18b20Resolution.HighestBits)
    {
        if (bits < Ds18b20Resolution.LowestBits || bits > Ds18b20Resolution.HighestBits)
        {
            throw new ArgumentOutOfRangeException(nameof(bits), "a DS18B20 has 9 to 12 bits");
        }

        Rom = rom;
        Temperature = temperature;
        Bits = bits;
        PresentBits = Ds18b20Resolution.HighestBits;
    }

    public byte[] Rom { get; private set; }

    /// <summary>Degrees Celsius with two decimals.</summary>
    public Metric Temperature { get; }

    /// <summary>The resolution that is wanted.</summary>
    public int Bits { get; }

    /// <summary>The resolution that the part had when it was read last; the highest while that is not known.</summary>
    internal int PresentBits { get; private set; }

    /// <summary>The part wants to be set up.</summary>
    internal bool IsUnset => PresentBits != Bits && _attempts < MostAttempts;

    /// <summary>The reading before in hundredths of a degree, or <see cref="Ds18b20Scratchpad.Unknown"/>.</summary>
    internal long Previous { get; private set; } = Ds18b20Scratchpad.Unknown;

    /// <summary>Another part is this probe from now on. To be called between steps of the chain.</summary>
    /// <param name="rom">Eight bytes: family 0x28, serial number, CRC.</param>
    /// <exception cref="ArgumentException">It is not the ROM code of a DS18B20.</exception>
    public void Adopt(byte[] rom)
    {
        if (!OneWireRom.IsSound(rom) || rom[0] != OneWireRom.Ds18b20)
        {
            throw new ArgumentException("not the ROM code of a DS18B20: 28, six bytes of serial number, CRC", nameof(rom));
        }

        Rom = rom;
        Forget();
    }

    /// <summary>Nobody answers: what comes back may have lost its settings, and its first value may be none.</summary>
    internal void Miss(Quality quality, long now)
    {
        Forget();
        Temperature.Fail(quality, now);
    }

    internal void Take(byte[] scratchpad, long now)
    {
        long previous = Previous;
        Quality quality = Ds18b20Scratchpad.Decode(scratchpad, ref previous, out long hundredths);
        if (quality == Quality.NotPresent)
        {
            Miss(quality, now);
            return;
        }

        Previous = previous;
        Temperature.Put(quality, hundredths, now);
        if (Ds18b20Scratchpad.IsSound(scratchpad))
        {
            PresentBits = Ds18b20Resolution.Bits(scratchpad[Ds18b20Scratchpad.Configuration]);
            _attempts = PresentBits == Bits ? 0 : _attempts;
        }
    }

    internal void CountAttempt() => _attempts++;

    private void Forget()
    {
        Previous = Ds18b20Scratchpad.Unknown;
        PresentBits = Ds18b20Resolution.HighestBits;
        _attempts = 0;
    }
}
