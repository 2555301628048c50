using System;
using System.Text;

namespace Appliance.Core.Dns;

/// <summary>A query for the records of one type at one name (RFC 1035 section 4), made once and sent with an id of its own each time.</summary>
public sealed class DnsQuery
{
    internal const int HeaderLength = 12;

    private const int ClassInternet = 1;
    private const int LongestLabel = 63;
    private const int LongestName = 255;

    /// <param name="name"><c>www.example.net</c>, with or without a dot behind; <c>.</c> is the root.</param>
    /// <param name="type">One of <see cref="DnsType"/>.</param>
    /// <exception cref="ArgumentException">It is no name: an empty label, or one too long, or all of it too long.</exception>
    public DnsQuery(string name, int type)
    {
        Type = type;
        byte[] text = Encoding.UTF8.GetBytes(name == "." ? "" : name);
        int length = text.Length > 0 && text[text.Length - 1] == '.' ? text.Length - 1 : text.Length;

        // A byte of length in front of each label in place of the dot behind it, and the empty label of the root.
        int nameLength = length == 0 ? 1 : length + 2;
        Bytes = new byte[HeaderLength + nameLength + 4];
        int label = HeaderLength;
        int at = label + 1;
        for (int i = 0; i < length; i++)
        {
            if (text[i] != '.')
            {
                Bytes[at++] = text[i];
                continue;
            }

            Close(label, at, name);
            label = at++;
        }

        if (length > 0)
        {
            Close(label, at, name);
        }

        if (nameLength > LongestName || name.Length == 0)
        {
            throw Wrong(name);
        }

        const int RecursionDesired = 0x01;
        Bytes[2] = RecursionDesired;
        Bytes[5] = 1;
        Put(Bytes.Length - 4, type);
        Put(Bytes.Length - 2, ClassInternet);
    }

    public int Type { get; }

    /// <summary>The message, ready to send.</summary>
    public byte[] Bytes { get; }

    /// <summary>Of the message that stands in the buffer.</summary>
    public int Id { get; private set; }

    /// <summary>Makes the message of the next try. From then on an answer to the one before is foreign.</summary>
    /// <param name="id">Another for every try, 0 to 65535.</param>
    public void Write(int id)
    {
        Id = id & 0xFFFF;
        Put(0, id);
    }

    private static ArgumentException Wrong(string name) => new ArgumentException(
        "'" + name + "' is no domain name: labels of 1 to 63 bytes parted by dots, 253 bytes in all");

    private void Close(int label, int end, string name)
    {
        int length = end - label - 1;
        if (length < 1 || length > LongestLabel)
        {
            throw Wrong(name);
        }

        Bytes[label] = (byte)length;
    }

    private void Put(int at, int value)
    {
        Bytes[at] = (byte)(value >> 8);
        Bytes[at + 1] = (byte)value;
    }
}
