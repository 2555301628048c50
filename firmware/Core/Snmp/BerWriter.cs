using System;

namespace Appliance.Core.Snmp;

/// <summary>
/// Writes BER (X.690) from the end of a buffer to its front: content before header, last element first. So each length is known
/// when it is written, and is minimal. What has been written always ends with the buffer.
/// </summary>
public sealed class BerWriter
{
    private readonly byte[] _bytes;

    public BerWriter(byte[] bytes)
    {
        _bytes = bytes;
        Start = bytes.Length;
    }

    /// <summary>Where the first byte written stands.</summary>
    public int Start { get; private set; }

    /// <summary>Bytes written.</summary>
    public int Length => _bytes.Length - Start;

    /// <summary>The buffer was too small: what was written is of no use.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Takes back what stands in front of a place, to write something else there.</summary>
    /// <param name="start">A former <see cref="Start"/>.</param>
    public void Rewind(int start)
    {
        Start = start;
        IsFull = false;
    }

    /// <summary>A number with a sign.</summary>
    public void Integer(long value)
    {
        int end = Start;
        int last;
        do
        {
            last = (byte)value;
            Put(last);
            value >>= 8;
        }
        while (value != (last < 0x80 ? 0 : -1));
        Close(BerTag.Integer, end);
    }

    /// <summary>A number without a sign.</summary>
    /// <param name="tag">Counter32, Gauge32, TimeTicks or Counter64.</param>
    public void Unsigned(int tag, ulong value)
    {
        int end = Start;
        int last;
        do
        {
            last = (byte)value;
            Put(last);
            value >>= 8;
        }
        while (value != 0);
        if (last >= 0x80)
        {
            Put(0);
        }

        Close(tag, end);
    }

    /// <summary>An element with that content.</summary>
    public void Octets(int tag, byte[] content)
    {
        int end = Start;
        if (content.Length > Start)
        {
            IsFull = true;
        }
        else
        {
            Start -= content.Length;
            Array.Copy(content, 0, _bytes, Start, content.Length);
        }

        Close(tag, end);
    }

    /// <summary>An element without content: Null, or what stands in place of a value.</summary>
    public void Empty(int tag) => Close(tag, Start);

    /// <summary>Makes one element of what was written since.</summary>
    /// <param name="end">What <see cref="Start"/> was before its content.</param>
    public void Close(int tag, int end)
    {
        int length = end - Start;
        if (length < 0x80)
        {
            Put(length);
        }
        else
        {
            int bytes = 0;
            for (int rest = length; rest > 0; rest >>= 8)
            {
                Put(rest);
                bytes++;
            }

            Put(0x80 | bytes);
        }

        Put(tag);
    }

    private void Put(int value)
    {
        if (Start == 0)
        {
            IsFull = true;
            return;
        }

        Start--;
        _bytes[Start] = (byte)value;
    }
}
