using Appliance.Core.Checksums;

namespace Appliance.Core.Chips;

/// <summary>The code that each 1-Wire part is made with: family, six bytes of serial number, CRC (Maxim application note 937).</summary>
public static class OneWireRom
{
    public const int Length = 8;

    /// <summary>Family code of the DS18B20.</summary>
    public const byte Ds18b20 = 0x28;

    /// <returns>True for eight bytes with a CRC that fits; the zeros of a shorted line are no code, though theirs does.</returns>
    public static bool IsSound(byte[] rom) =>
        rom.Length == Length && rom[0] != 0 && Crc8.Maxim(rom, 0, Length) == 0;

    public static bool AreEqual(byte[] one, byte[] other)
    {
        for (int i = 0; i < Length; i++)
        {
            if (one[i] != other[i])
            {
                return false;
            }
        }

        return true;
    }
}
