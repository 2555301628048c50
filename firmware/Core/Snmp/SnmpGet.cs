using System;
using System.Text;

namespace Appliance.Core.Snmp;

/// <summary>
/// A GetRequest of SNMP v2c for a fixed list of objects (RFC 3416 section 4.2.1), in a buffer of its own. The list is encoded once;
/// a poll only writes a new request-id in front of it. The buffer is ready to send.
/// </summary>
public sealed class SnmpGet
{
    /// <summary>Bytes of a message that every agent accepts (RFC 3417 section 3.2).</summary>
    public const int MaxLength = 484;

    /// <summary>Version field of v2c (RFC 1901 section 3).</summary>
    internal const int Version2c = 1;

    private readonly ObjectIdentifier[] _names;
    private readonly BerWriter _writer;
    private readonly int _list;

    /// <param name="names">The objects, in the order in which the response is read.</param>
    /// <exception cref="ArgumentException">There are none, or they do not fit into one message.</exception>
    public SnmpGet(string community, ObjectIdentifier[] names)
    {
        if (names.Length == 0)
        {
            throw new ArgumentException("an SNMP request needs at least one object");
        }

        _names = names;
        Community = Encoding.UTF8.GetBytes(community);

        // Once to learn the length with the longest request-id, once for good.
        BerWriter trial = new BerWriter(new byte[MaxLength]);
        WriteList(trial);
        WriteFront(trial, int.MaxValue, MaxLength);
        if (trial.IsFull)
        {
            throw new ArgumentException("an SNMP request for " + names.Length.ToString() + " objects is longer than the "
                + MaxLength.ToString() + " bytes that every agent accepts: ask for fewer at once, or shorten the community");
        }

        Bytes = new byte[trial.Length];
        _writer = new BerWriter(Bytes);
        WriteList(_writer);
        _list = _writer.Start;
        Write(1);
    }

    /// <summary>The buffer; the message is its last <see cref="Length"/> bytes.</summary>
    public byte[] Bytes { get; }

    /// <summary>Where the message begins in the buffer.</summary>
    public int Start => _writer.Start;

    public int Length => _writer.Length;

    /// <summary>Objects asked for.</summary>
    public int Count => _names.Length;

    /// <summary>Of the message that stands in the buffer.</summary>
    public int RequestId { get; private set; }

    /// <summary>The community as it goes over the wire.</summary>
    internal byte[] Community { get; }

    public ObjectIdentifier Name(int index) => _names[index];

    /// <summary>Makes the message of the next try. From then on an answer to the one before is foreign.</summary>
    /// <param name="requestId">Another for every try, 0 to 2^31 - 1.</param>
    public void Write(int requestId)
    {
        RequestId = requestId;
        _writer.Rewind(_list);
        WriteFront(_writer, requestId, Bytes.Length);
    }

    private void WriteList(BerWriter writer)
    {
        int listEnd = writer.Start;
        for (int i = _names.Length - 1; i >= 0; i--)
        {
            int end = writer.Start;
            writer.Empty(BerTag.Null);
            writer.Octets(BerTag.ObjectIdentifier, _names[i].Encoded);
            writer.Close(BerTag.Sequence, end);
        }

        writer.Close(BerTag.Sequence, listEnd);
    }

    private void WriteFront(BerWriter writer, int requestId, int end)
    {
        const int NoErrorIndex = 0;
        const int NoError = 0;
        writer.Integer(NoErrorIndex);
        writer.Integer(NoError);
        writer.Integer(requestId);
        writer.Close(BerTag.GetRequest, end);
        writer.Octets(BerTag.OctetString, Community);
        writer.Integer(Version2c);
        writer.Close(BerTag.Sequence, end);
    }
}
