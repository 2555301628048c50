namespace Appliance.Core.Snmp;

/// <summary>
/// Reads BER (X.690) with definite lengths out of bytes that anybody may have sent: nothing throws, every step goes forward,
/// and no element reaches beyond the one it lies in. Lengths need not be minimal, since agents' are not (RFC 3417 section 8).
/// Written once and used for any number of messages; it allocates nothing.
/// </summary>
public sealed class BerReader
{
    private byte[] _bytes = new byte[0];
    private int _position;

    /// <summary>Tag of the last element read, or <see cref="BerTag.None"/>.</summary>
    public int Tag { get; private set; }

    /// <summary>Where the content of the last element begins.</summary>
    public int Start { get; private set; }

    /// <summary>Bytes of the content of the last element.</summary>
    public int Length { get; private set; }

    /// <summary>Where the element that was entered last ends, or all of it.</summary>
    public int End { get; private set; }

    /// <summary>Nothing more lies in the element that was entered.</summary>
    public bool IsAtEnd => _position >= End;

    /// <summary>Begins with the first bytes of a buffer, which is read where it lies.</summary>
    /// <param name="length">Bytes that count; no more than the buffer has.</param>
    public void Open(byte[] bytes, int length)
    {
        _bytes = bytes;
        _position = 0;
        End = length < bytes.Length ? length : bytes.Length;
        Forget();
    }

    /// <summary>Reads the header of the next element and steps over its content.</summary>
    /// <returns>False if there is none, or none that is whole and sound; then nothing moves.</returns>
    public bool Next()
    {
        Forget();

        // A tag of several bytes (low five bits all set) does not occur in SNMP.
        if (_position + 2 > End || (_bytes[_position] & 0x1F) == 0x1F || !TryLength(_position + 1, out int start, out int length))
        {
            return false;
        }

        Tag = _bytes[_position];
        Start = start;
        Length = length;
        _position = start + length;
        return true;
    }

    /// <returns>True if the next element is sound and has that tag.</returns>
    public bool Next(int tag) => Next() && Tag == tag;

    /// <summary>Goes into the next element, if it has that tag: what is read then lies in it.</summary>
    public bool Enter(int tag)
    {
        if (!Next(tag))
        {
            return false;
        }

        _position = Start;
        End = Start + Length;
        return true;
    }

    /// <summary>Goes behind the element that was entered last.</summary>
    /// <param name="end">What <see cref="End"/> was before.</param>
    public void Leave(int end)
    {
        _position = End;
        End = end;
    }

    /// <summary>The last element as a number with a sign: 1 to 9 bytes, which need not be minimal.</summary>
    public bool TryInteger(out long value)
    {
        value = 0;
        if (Length < 1 || Length > 9 || (Length == 9 && !IsSignOnly()))
        {
            return false;
        }

        value = (sbyte)_bytes[Start];
        for (int i = 1; i < Length; i++)
        {
            value = (value << 8) | _bytes[Start + i];
        }

        return true;
    }

    /// <summary>
    /// The last element as a number without a sign: 1 to 9 bytes, of which the ninth, in front, is zero. Agents that leave out
    /// the zero in front of a set highest bit are understood.
    /// </summary>
    public bool TryUnsigned(out ulong value)
    {
        value = 0;
        if (Length < 1 || Length > 9 || (Length == 9 && _bytes[Start] != 0))
        {
            return false;
        }

        for (int i = 0; i < Length; i++)
        {
            value = (value << 8) | _bytes[Start + i];
        }

        return true;
    }

    private void Forget()
    {
        Tag = BerTag.None;
        Start = _position;
        Length = 0;
    }

    /// <summary>The first of nine bytes only repeats the sign of the other eight.</summary>
    private bool IsSignOnly() => _bytes[Start] == (_bytes[Start + 1] < 0x80 ? 0x00 : 0xFF);

    private bool TryLength(int at, out int start, out int length)
    {
        int first = _bytes[at];
        start = at + 1;
        length = first;
        if (first >= 0x80)
        {
            int count = first & 0x7F;
            length = 0;

            // 0x80 is the indefinite form. The length is looked at after each byte, so it cannot grow beyond an int.
            if (count == 0 || start + count > End)
            {
                return false;
            }

            for (int i = 0; i < count; i++)
            {
                length = (length << 8) | _bytes[start + i];
                if (length > End)
                {
                    return false;
                }
            }

            start += count;
        }

        return length <= End - start;
    }
}
