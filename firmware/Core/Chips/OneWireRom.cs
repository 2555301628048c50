using System.Text;
using Appliance.Core.Checksums;
using Appliance.Core.Config;

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

    /// <returns>16 hex digits, family first.</returns>
    public static string ToText(byte[] rom)
    {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Length; i++)
        {
            text.Append(rom[i].ToString("X2"));
        }

        return text.ToString();
    }

    /// <param name="text">16 hex digits, family first.</param>
    /// <param name="rom">Eight bytes, sound or not; of use only when it is true.</param>
    public static bool TryParse(string text, out byte[] rom)
    {
        char[] digits = text.ToCharArray();
        rom = new byte[Length];
        bool isHex = digits.Length == 2 * Length;
        for (int i = 0; isHex && i < Length; i++)
        {
            int value = (HexDigit.Value(digits[2 * i]) << 4) | HexDigit.Value(digits[(2 * i) + 1]);
            isHex = value >= 0;
            rom[i] = (byte)value;
        }

        return isHex;
    }

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
