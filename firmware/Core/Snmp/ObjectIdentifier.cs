using System;

namespace Appliance.Core.Snmp;

/// <summary>The name of an object or of a column in a MIB: made once from text, and sent and compared as bytes.</summary>
public sealed class ObjectIdentifier
{
    /// <summary>Numbers that a name may have (RFC 2578 section 3.5).</summary>
    public const int MaxArcs = 128;

    private const int MostBytesOfAnArc = 5;

    /// <param name="dotted"><c>1.3.6.1.2.1.1.3.0</c>, with or without a dot in front.</param>
    /// <exception cref="ArgumentException">It is no such name.</exception>
    public ObjectIdentifier(string dotted)
    {
        // A number takes no more bytes than digits.
        char[] text = dotted.ToCharArray();
        byte[] bytes = new byte[text.Length];
        int length = 0;
        int count = 0;
        ulong root = 0;
        ulong arc = 0;
        bool hasDigit = false;
        bool isSound = true;
        for (int i = text.Length > 0 && text[0] == '.' ? 1 : 0; isSound && i <= text.Length; i++)
        {
            if (i < text.Length && text[i] >= '0' && text[i] <= '9')
            {
                hasDigit = true;
                arc = (arc * 10) + (uint)(text[i] - '0');
                isSound = arc <= uint.MaxValue;
                continue;
            }

            isSound = hasDigit && count < MaxArcs && (i == text.Length || text[i] == '.');
            if (count == 0)
            {
                isSound &= arc <= 2;
                root = arc;
            }
            else if (isSound)
            {
                // The first two numbers share one.
                isSound = count > 1 || ((arc < 40 || root == 2) && arc <= uint.MaxValue - 80);
                length = Put(bytes, length, (uint)(count > 1 ? arc : (40 * root) + arc));
            }

            count++;
            arc = 0;
            hasDigit = false;
        }

        if (!isSound || count < 2)
        {
            throw new ArgumentException("'" + dotted + "' is no object identifier, as 1.3.6.1.2.1.1.3.0 is one");
        }

        Encoded = new byte[length];
        Array.Copy(bytes, 0, Encoded, 0, length);
    }

    /// <summary>Content of its BER element, without tag and length.</summary>
    public byte[] Encoded { get; }

    /// <summary>Reads the one number that these bytes of a name are.</summary>
    /// <returns>False if they are none, or more than one, or one of more than 32 bits or with a zero in front.</returns>
    public static bool TryArc(byte[] bytes, int start, int length, out uint arc)
    {
        arc = 0;

        // 0x80 in front would be a leading zero, which X.690 section 8.19.2 forbids.
        if (length < 1 || length > MostBytesOfAnArc || bytes[start] == 0x80)
        {
            return false;
        }

        ulong value = 0;
        for (int i = 1; i <= length; i++, start++)
        {
            value = (value << 7) | (uint)(bytes[start] & 0x7F);
            if ((bytes[start] >= 0x80) != (i < length))
            {
                return false;
            }
        }

        arc = (uint)value;
        return value <= uint.MaxValue;
    }

    /// <returns>Bytes that a number of a name takes, 1 to 5.</returns>
    internal static int LengthOf(uint arc)
    {
        int length = 1;
        while ((arc >>= 7) != 0)
        {
            length++;
        }

        return length;
    }

    /// <summary>Writes one number in base 128; all bytes but the last have bit 7 set (X.690 section 8.19.2).</summary>
    /// <returns>Where the next one goes.</returns>
    internal static int Put(byte[] bytes, int at, uint arc)
    {
        int end = at + LengthOf(arc);
        for (int i = end - 1; i >= at; i--)
        {
            bytes[i] = (byte)(i < end - 1 ? 0x80 | arc : arc & 0x7F);
            arc >>= 7;
        }

        return end;
    }
}
