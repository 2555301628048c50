using Appliance.Core.Checksums;

namespace Appliance.Core.Chips;

/// <summary>How sensors of Sensirion send each word: high byte, low byte, CRC of the two.</summary>
public static class SensirionWord
{
    /// <summary>Bytes that a word takes in a reply.</summary>
    public const int Length = 3;

    /// <param name="word">0 to 0xFFFF; of use only when the check byte fits.</param>
    /// <returns>True when the check byte fits.</returns>
    public static bool TryRead(byte[] reply, int offset, out int word)
    {
        word = (reply[offset] << 8) | reply[offset + 1];
        return Crc8.Sensirion(reply, offset, 2) == reply[offset + 2];
    }
}
