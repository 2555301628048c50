using System;

namespace Appliance.Core.Json;

/// <summary>
/// Writes one JSON text as UTF-8 into a buffer that is used again and again. Text that does not fit is counted but not
/// written, so a first pass without a buffer tells the size for a second.
/// </summary>
public sealed class JsonWriter
{
    private readonly byte[] _digits = new byte[20];
    private readonly byte[] _buffer;
    private int _length;
    private bool _needsComma;

    /// <param name="buffer">Where to write; null only counts.</param>
    public JsonWriter(byte[] buffer)
    {
        _buffer = buffer;
    }

    /// <summary>Bytes of the text so far, those that did not fit included.</summary>
    public int Length => _length;

    /// <summary>The text is longer than the buffer: what is in it is no JSON.</summary>
    public bool Overflowed => _buffer == null || _length > _buffer.Length;

    public void Reset()
    {
        _length = 0;
        _needsComma = false;
    }

    public void BeginObject() => Open((byte)'{');

    public void EndObject() => Close((byte)'}');

    public void BeginArray() => Open((byte)'[');

    public void EndArray() => Close((byte)']');

    /// <param name="name">A key of characters that need no escape.</param>
    public void Key(string name)
    {
        Separate();
        Put((byte)'"');
        Ascii(name);
        Put((byte)'"');
        Put((byte)':');
    }

    /// <param name="token">A key with its quotes and colon, already encoded.</param>
    public void Key(byte[] token)
    {
        Separate();
        Raw(token, 0, token.Length);
    }

    public void Number(long value) => Fixed(value, 0);

    /// <summary>Writes a fixed-point number: 2150 with 2 decimals as 21.50.</summary>
    public void Fixed(long value, int decimals)
    {
        Separate();

        // The magnitude of long.MinValue fits an unsigned long only.
        ulong magnitude = value < 0 ? (ulong)(-(value + 1)) + 1 : (ulong)value;
        if (value < 0)
        {
            Put((byte)'-');
        }

        int at = _digits.Length;
        do
        {
            _digits[--at] = (byte)('0' + (int)(magnitude % 10));
            magnitude /= 10;
        }
        while (magnitude > 0);

        int missing = decimals + 1 - (_digits.Length - at);
        int whole = missing > 0 ? 0 : _digits.Length - at - decimals;
        if (missing > 0)
        {
            Put((byte)'0');
        }

        for (int i = 0; i < whole; i++)
        {
            Put(_digits[at++]);
        }

        if (decimals > 0)
        {
            Put((byte)'.');
            for (int i = 1; i < missing; i++)
            {
                Put((byte)'0');
            }

            while (at < _digits.Length)
            {
                Put(_digits[at++]);
            }
        }

        _needsComma = true;
    }

    /// <summary>Writes a string with the escapes of RFC 8259 section 7; null is written as null.</summary>
    public void String(string text)
    {
        Separate();
        if (text == null)
        {
            Ascii("null");
        }
        else
        {
            Put((byte)'"');
            char[] characters = text.ToCharArray();
            for (int i = 0; i < characters.Length; i++)
            {
                i += Escaped(characters, i);
            }

            Put((byte)'"');
        }

        _needsComma = true;
    }

    /// <summary>Writes bytes that are JSON already, as one value.</summary>
    public void Value(byte[] json)
    {
        Separate();
        Raw(json, 0, json.Length);
        _needsComma = true;
    }

    /// <summary>Writes the text of another writer as one value.</summary>
    public void Value(JsonWriter other)
    {
        Separate();
        Raw(other._buffer, 0, other._length);
        _needsComma = true;
    }

    /// <summary>Writes bytes that are members of an object already: keys with their values, parted by commas.</summary>
    public void Members(byte[] json, int start, int count)
    {
        if (count > 0)
        {
            Separate();
            Raw(json, start, count);
            _needsComma = true;
        }
    }

    /// <returns>The text as an array of just its size.</returns>
    public byte[] ToArray()
    {
        byte[] text = new byte[_length];
        Array.Copy(_buffer, text, _length);
        return text;
    }

    private void Open(byte bracket)
    {
        Separate();
        Put(bracket);
    }

    private void Close(byte bracket)
    {
        Put(bracket);
        _needsComma = true;
    }

    private void Separate()
    {
        if (_needsComma)
        {
            Put((byte)',');
            _needsComma = false;
        }
    }

    private void Raw(byte[] bytes, int start, int count)
    {
        if (_buffer != null && _length + count <= _buffer.Length)
        {
            Array.Copy(bytes, start, _buffer, _length, count);
        }

        _length += count;
    }

    private void Put(byte value)
    {
        if (_buffer != null && _length < _buffer.Length)
        {
            _buffer[_length] = value;
        }

        _length++;
    }

    private void Ascii(string text)
    {
        char[] characters = text.ToCharArray();
        for (int i = 0; i < characters.Length; i++)
        {
            Put((byte)characters[i]);
        }
    }

    /// <returns>1 if the character took its neighbour with it as a surrogate pair, else 0.</returns>
    private int Escaped(char[] text, int at)
    {
        char c = text[at];
        if (c == '"' || c == '\\')
        {
            Put((byte)'\\');
            Put((byte)c);
        }
        else if (c < ' ')
        {
            Ascii("\\u00");
            Put(Hex(c >> 4));
            Put(Hex(c & 15));
        }
        else if (c < 0x80)
        {
            Put((byte)c);
        }
        else if (c >= 0xD800 && c < 0xDC00 && at + 1 < text.Length && text[at + 1] >= 0xDC00 && text[at + 1] < 0xE000)
        {
            Utf8(0x10000 + ((c - 0xD800) << 10) + (text[at + 1] - 0xDC00));
            return 1;
        }
        else
        {
            // A surrogate alone has no UTF-8; U+FFFD stands for it.
            Utf8(c >= 0xD800 && c < 0xE000 ? 0xFFFD : c);
        }

        return 0;
    }

    private void Utf8(int point)
    {
        if (point < 0x800)
        {
            Put((byte)(0xC0 | (point >> 6)));
        }
        else
        {
            if (point < 0x10000)
            {
                Put((byte)(0xE0 | (point >> 12)));
            }
            else
            {
                Put((byte)(0xF0 | (point >> 18)));
                Put((byte)(0x80 | ((point >> 12) & 0x3F)));
            }

            Put((byte)(0x80 | ((point >> 6) & 0x3F)));
        }

        Put((byte)(0x80 | (point & 0x3F)));
    }

    private static byte Hex(int nibble) => (byte)(nibble < 10 ? '0' + nibble : 'a' + nibble - 10);
}
