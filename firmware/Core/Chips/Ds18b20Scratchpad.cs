using Appliance.Core.Checksums;
using Appliance.Core.Metrics;

namespace Appliance.Core.Chips;

/// <summary>The nine bytes that a DS18B20 answers to Read Scratchpad (datasheet, memory map), and what they are worth.</summary>
public static class Ds18b20Scratchpad
{
    public const int Length = 9;

    /// <summary>Offset of the alarm bytes TH and TL, and behind them the configuration.</summary>
    public const int Settings = 2;

    public const int Configuration = 4;

    /// <summary>Stands for a part of which no reading is known.</summary>
    public const long Unknown = long.MinValue;

    private const int PowerOnRaw = 0x0550;

    /// <summary>Hundredths of a degree by which the reading before may differ from 85.0, so that this one is believed.</summary>
    private const long NearPowerOn = 100;

    /// <summary>25.0 °C, with which some clones begin.</summary>
    private const int CloneRaw = 0x0190;

    private const long NearClone = 50;

    /// <summary>Byte 7 of those clones; genuine parts have 0x10.</summary>
    private const byte CloneMark = 0x66;

    private const int ConfigurationMask = 0x9F;
    private const int ConfigurationOnes = 0x1F;

    /// <returns>True when the CRC fits and the bits are set that each part has set.</returns>
    public static bool IsSound(byte[] scratchpad) =>
        Crc8.Maxim(scratchpad, 0, Length) == 0 && (scratchpad[Configuration] & ConfigurationMask) == ConfigurationOnes;

    /// <summary>What a part tells that has not converted since its power-up is told as <see cref="Quality.PowerOn"/>.</summary>
    /// <param name="previous">
    /// The reading before in hundredths of a degree, or <see cref="Unknown"/>. Becomes this one; unknown when nobody answers.
    /// </param>
    /// <param name="hundredths">The temperature in hundredths of a degree Celsius when the quality is Ok.</param>
    public static Quality Decode(byte[] scratchpad, ref long previous, out long hundredths)
    {
        Quality quality = Decode(scratchpad, out int raw);
        hundredths = FixedPoint.Divide(raw * 100L, 16);
        if (quality != Quality.Ok)
        {
            previous = quality == Quality.NotPresent ? Unknown : previous;
            return quality;
        }

        // A real 85.0 sets byte 6 of a genuine part to 0x10; clones keep 0x0C, so one that was near before is believed.
        // Hot alone is not enough: a hot part that was unplugged for a moment tells 85.0 as well.
        if (raw == PowerOnRaw && scratchpad[6] == 0x0C && !IsNear(previous, hundredths, NearPowerOn))
        {
            return Quality.PowerOn;
        }

        // These clones begin with 25.0 or with what they told last. It cannot be told from a reading, so the first is set aside
        // once, and what is the same the next time is believed.
        bool isCloneFirst = scratchpad[7] == CloneMark
            && (previous == Unknown || (raw == CloneRaw && !IsNear(previous, hundredths, NearClone)));
        previous = hundredths;
        return isCloneFirst ? Quality.PowerOn : Quality.Ok;
    }

    /// <param name="raw">Sixteenths of a degree; the bits that are undefined at the part's resolution are 0.</param>
    private static Quality Decode(byte[] scratchpad, out int raw)
    {
        raw = 0;
        if (IsAll(scratchpad, 0xFF))
        {
            return Quality.NotPresent;
        }

        // A bus held low reads as zeros, and the CRC over zeros is zero: it would pass.
        if (IsAll(scratchpad, 0x00))
        {
            return Quality.BusShorted;
        }

        if (!IsSound(scratchpad))
        {
            return Quality.Checksum;
        }

        raw = (short)((scratchpad[1] << 8) | scratchpad[0]);
        raw &= ~0 << (Ds18b20Resolution.HighestBits - Ds18b20Resolution.Bits(scratchpad[Configuration]));
        return raw > 125 * 16 || raw < -55 * 16 ? Quality.OutOfRange : Quality.Ok;
    }

    private static bool IsNear(long previous, long hundredths, long distance) =>
        previous != Unknown && previous - hundredths <= distance && hundredths - previous <= distance;

    private static bool IsAll(byte[] scratchpad, byte value)
    {
        for (int i = 0; i < Length; i++)
        {
            if (scratchpad[i] != value)
            {
                return false;
            }
        }

        return true;
    }
}
