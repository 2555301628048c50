using Appliance.Core.Checksums;
using Appliance.Core.Metrics;

namespace Appliance.Core.Chips;

/// <summary>The nine bytes that a DS18B20 answers to Read Scratchpad (datasheet, memory map), and what they are worth.</summary>
public static class Ds18b20Scratchpad
{
    public const int Length = 9;

    /// <summary>Hundredths of a degree between which a part is so near to 85.0 that it is believed to have come there.</summary>
    private const long NearFrom = 8400;

    private const long NearTo = 8600;

    private const int PowerOnRaw = 0x0550;
    private const int ConfigurationMask = 0x9F;
    private const int ConfigurationOnes = 0x1F;

    /// <param name="previous">The last good reading in hundredths of a degree, or <see cref="long.MinValue"/>.</param>
    /// <param name="hundredths">The temperature in hundredths of a degree Celsius when the quality is Ok.</param>
    public static Quality Decode(byte[] scratchpad, long previous, out long hundredths)
    {
        hundredths = 0;
        if (IsAll(scratchpad, 0xFF))
        {
            return Quality.NotPresent;
        }

        // A bus held low reads as zeros, and the CRC over zeros is zero: it would pass.
        if (IsAll(scratchpad, 0x00))
        {
            return Quality.BusShorted;
        }

        if (Crc8.Maxim(scratchpad, 0, Length) != 0 || (scratchpad[4] & ConfigurationMask) != ConfigurationOnes)
        {
            return Quality.Checksum;
        }

        int raw = (short)((scratchpad[1] << 8) | scratchpad[0]);

        // Below 12 bits of resolution the lowest bits are undefined.
        raw &= ~0 << (3 - ((scratchpad[4] >> 5) & 3));
        if (raw > 125 * 16 || raw < -55 * 16)
        {
            return Quality.OutOfRange;
        }

        // A real 85.0 sets byte 6 of a genuine part to 0x10; clones keep 0x0C, so one that was near before is believed.
        // Hot alone is not enough: a hot part that was unplugged for a moment tells 85.0 as well.
        if (raw == PowerOnRaw && scratchpad[6] == 0x0C && (previous < NearFrom || previous > NearTo))
        {
            return Quality.PowerOn;
        }

        hundredths = FixedPoint.Divide(raw * 100L, 16);
        return Quality.Ok;
    }

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
