using System;

namespace Appliance.Core.Snmp;

/// <summary>The name of an object in a MIB: made once from text, and compared as bytes.</summary>
public sealed class ObjectIdentifier
{
    /// <summary>Numbers that a name may have (RFC 2578 section 3.5).</summary>
    public const int MaxArcs = 128;

    private const int MostBytesOfAnArc = 5;

    /// <param name="dotted"><c>1.3.6.1.2.1.1.3.0</c>, with or without a dot in front.</param>
    /// <exception cref="ArgumentException">It is no such name.</exception>
    public ObjectIdentifier(string dotted)
    {
        Text = dotted;
        uint[] arcs = new uint[MaxArcs];
        int count = Parse(dotted, arcs);
        if (count < 2 || arcs[0] > 2 || (arcs[0] < 2 && arcs[1] > 39) || arcs[1] > uint.MaxValue - 80)
        {
            throw new ArgumentException("'" + dotted + "' is no object identifier: 2 to 128 numbers parted by dots, as in 1.3.6.1.2.1.1.3.0, "
                + "the first 0 to 2, the second below 40 unless the first is 2");
        }

        byte[] bytes = new byte[count * MostBytesOfAnArc];
        int length = Put(bytes, 0, (40 * arcs[0]) + arcs[1]);
        for (int i = 2; i < count; i++)
        {
            length = Put(bytes, length, arcs[i]);
        }

        Encoded = new byte[length];
        Array.Copy(bytes, 0, Encoded, 0, length);
    }

    /// <summary>As it was given.</summary>
    public string Text { get; }

    /// <summary>Content of its BER element, without tag and length.</summary>
    public byte[] Encoded { get; }

    /// <summary>Takes the content of a BER element apart.</summary>
    /// <param name="arcs">Where its numbers go.</param>
    /// <returns>How many they are; 0 if the bytes are no name, or one with numbers of more than 32 bits or more than fit.</returns>
    public static int Decode(byte[] bytes, int start, int length, uint[] arcs)
    {
        int count = 0;
        ulong arc = 0;
        bool isInside = false;
        for (int i = start; i < start + length; i++)
        {
            // 0x80 in front would be a leading zero, which X.690 section 8.19.2 forbids.
            if (!isInside && bytes[i] == 0x80)
            {
                return 0;
            }

            arc = (arc << 7) | (uint)(bytes[i] & 0x7F);
            isInside = bytes[i] >= 0x80;
            if (arc > uint.MaxValue)
            {
                return 0;
            }

            if (isInside)
            {
                continue;
            }

            if (count == 0)
            {
                if (arcs.Length < 2)
                {
                    return 0;
                }

                arcs[count++] = arc < 40 ? 0u : arc < 80 ? 1u : 2u;
                arc -= 40 * arcs[0];
            }
            else if (count == arcs.Length)
            {
                return 0;
            }

            arcs[count++] = (uint)arc;
            arc = 0;
        }

        return isInside ? 0 : count;
    }

    /// <returns>How many numbers there are; -1 if the text is wrong.</returns>
    private static int Parse(string dotted, uint[] arcs)
    {
        char[] text = dotted.ToCharArray();
        int count = 0;
        ulong arc = 0;
        bool hasDigit = false;
        for (int i = text.Length > 0 && text[0] == '.' ? 1 : 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] >= '0' && text[i] <= '9')
            {
                hasDigit = true;
                arc = (arc * 10) + (uint)(text[i] - '0');
                if (arc > uint.MaxValue)
                {
                    return -1;
                }

                continue;
            }

            if (!hasDigit || count == arcs.Length || (i < text.Length && text[i] != '.'))
            {
                return -1;
            }

            arcs[count++] = (uint)arc;
            arc = 0;
            hasDigit = false;
        }

        return count;
    }

    /// <summary>Writes one number in base 128; all bytes but the last have bit 7 set (X.690 section 8.19.2).</summary>
    /// <returns>Where the next one goes.</returns>
    private static int Put(byte[] bytes, int at, uint arc)
    {
        int shift = 28;
        while (shift > 0 && arc >> shift == 0)
        {
            shift -= 7;
        }

        for (; shift > 0; shift -= 7)
        {
            bytes[at++] = (byte)(0x80 | (arc >> shift));
        }

        bytes[at++] = (byte)(arc & 0x7F);
        return at;
    }
}
