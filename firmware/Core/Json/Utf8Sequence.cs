namespace Appliance.Core.Json;

/// <summary>The bytes of one character in UTF-8 (RFC 3629).</summary>
public static class Utf8Sequence
{
    /// <summary>Bytes that the longest one has.</summary>
    public const int LongestLength = 4;

    /// <returns>How many bytes the character at this place has; 0 if it is none, is cut, or longer than it need be.</returns>
    public static int Length(byte[] text, int at)
    {
        int lead = text[at];
        if (lead < 0x80)
        {
            return 1;
        }

        int length = lead < 0xC2 || lead > 0xF4 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (at + length > text.Length)
        {
            return 0;
        }

        for (int i = 1; i < length; i++)
        {
            if ((text[at + i] & 0xC0) != 0x80)
            {
                return 0;
            }
        }

        return length > 2 && IsForbidden(lead, text[at + 1]) ? 0 : length;
    }

    /// <summary>Writes a character.</summary>
    /// <param name="point">0 to 0x10FFFF, no surrogate.</param>
    /// <returns>Bytes written, 1 to 4.</returns>
    public static int Write(byte[] target, int at, int point)
    {
        if (point < 0x80)
        {
            target[at] = (byte)point;
            return 1;
        }

        int length = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
        int lead = length == 2 ? 0xC0 : length == 3 ? 0xE0 : 0xF0;
        for (int i = length - 1; i > 0; i--)
        {
            target[at + i] = (byte)(0x80 | (point & 0x3F));
            point >>= 6;
        }

        target[at] = (byte)(lead | point);
        return length;
    }

    /// <summary>Characters that fit fewer bytes, surrogates, and what lies beyond U+10FFFF.</summary>
    private static bool IsForbidden(int lead, int second) =>
        (lead == 0xE0 && second < 0xA0)
        || (lead == 0xED && second >= 0xA0)
        || (lead == 0xF0 && second < 0x90)
        || (lead == 0xF4 && second >= 0x90);
}
