using System;

namespace Appliance.Core.Snmp;

/// <summary>
/// A GetRequest or GetNextRequest of SNMP v2c (RFC 3416 section 4.2), made anew for each poll in a buffer that is made once and
/// serves all agents. First <see cref="Begin"/>, then the objects, then <see cref="Write"/> for each try; nothing allocates.
/// What was asked must stand until the response is matched.
/// </summary>
public sealed class SnmpRequest
{
    /// <summary>Bytes of a message that every agent accepts (RFC 3417 section 3.2).</summary>
    public const int MaxLength = 484;

    /// <summary>Version field of v2c (RFC 1901 section 3).</summary>
    internal const int Version2c = 1;

    /// <summary>Most bytes in front of the objects, but for the community.</summary>
    private const int FrontLength = 31;

    /// <summary>Bytes of an object in front of its name: a sequence, and the name's own header.</summary>
    private const int NameOffset = 4;

    /// <summary>With a longer one the lengths would take more than one byte.</summary>
    private const int LongestName = 0x7F - NameOffset;

    private readonly BerWriter _writer;
    private readonly int[] _names;
    private readonly byte[] _columns;
    private int _list;
    private int _end;

    /// <param name="capacity">Most objects of a request.</param>
    public SnmpRequest(int capacity)
    {
        Bytes = new byte[MaxLength];
        _writer = new BerWriter(Bytes);
        _names = new int[capacity];
        _columns = new byte[capacity];
        Begin(new byte[0], false);
    }

    /// <summary>The buffer that the message stands in.</summary>
    public byte[] Bytes { get; }

    /// <summary>Where the message begins in the buffer.</summary>
    public int Start => _writer.Start;

    public int Length => _end - _writer.Start;

    /// <summary>Objects asked for.</summary>
    public int Count { get; private set; }

    /// <summary>Of the message that stands in the buffer.</summary>
    public int RequestId { get; private set; }

    /// <summary>Whatever follows the objects in the agent's tree is asked for, instead of them.</summary>
    public bool IsNext { get; private set; }

    /// <summary>As it goes over the wire.</summary>
    internal byte[] Community { get; private set; }

    /// <summary>Begins a request for nothing yet. With a community that leaves no room for objects it stays so.</summary>
    public void Begin(byte[] community, bool isNext)
    {
        Community = community;
        IsNext = isNext;
        Count = 0;
        _list = FrontLength + community.Length < MaxLength ? FrontLength + community.Length : MaxLength;
        _end = _list;
    }

    /// <summary>Asks for an object by its whole name.</summary>
    /// <returns>False if there is no room for it; then nothing has changed.</returns>
    public bool Add(ObjectIdentifier scalar) => Add(scalar, 0, 0);

    /// <summary>Asks for one row of a column.</summary>
    /// <returns>False if there is no room for it; then nothing has changed.</returns>
    public bool Add(ObjectIdentifier column, uint row) => Add(column, row, ObjectIdentifier.LengthOf(row));

    /// <summary>Asks for one row of several columns.</summary>
    /// <returns>False if there is no room for all of them; then nothing has changed.</returns>
    public bool Add(ObjectIdentifier[] columns, uint row)
    {
        int count = Count;
        for (int i = 0; i < columns.Length; i++)
        {
            if (!Add(columns[i], row))
            {
                Truncate(count);
                return false;
            }
        }

        return true;
    }

    /// <summary>Keeps the first objects only.</summary>
    /// <param name="count">A former <see cref="Count"/>.</param>
    public void Truncate(int count)
    {
        if (count < Count)
        {
            Count = count;
            _end = _names[count] - NameOffset;
        }
    }

    /// <summary>Makes the message of the next try. From then on an answer to the one before is foreign.</summary>
    /// <param name="requestId">Another for every try, 0 to 2^31 - 1.</param>
    public void Write(int requestId)
    {
        const int NoError = 0;
        RequestId = requestId;
        _writer.Rewind(_list);
        _writer.Close(BerTag.Sequence, _end);
        _writer.Integer(NoError);
        _writer.Integer(NoError);
        _writer.Integer(requestId);
        _writer.Close(IsNext ? BerTag.GetNextRequest : BerTag.GetRequest, _end);
        _writer.Octets(BerTag.OctetString, Community);
        _writer.Integer(Version2c);
        _writer.Close(BerTag.Sequence, _end);
    }

    /// <returns>Where the name of an object begins in the buffer.</returns>
    public int NameStart(int index) => _names[index];

    /// <returns>Bytes of the name of an object.</returns>
    public int NameLength(int index) => Bytes[_names[index] - 1];

    /// <returns>Bytes of the name that are in front of the row; all of them if no row was given.</returns>
    internal int ColumnLength(int index) => _columns[index];

    private bool Add(ObjectIdentifier column, uint row, int rowLength)
    {
        int columnLength = column.Encoded.Length;
        int nameLength = columnLength + rowLength;
        int at = _end;
        int end = at + NameOffset + nameLength + 2;
        if (Count == _names.Length || nameLength > LongestName || end > MaxLength)
        {
            return false;
        }

        Bytes[at++] = BerTag.Sequence;
        Bytes[at++] = (byte)(nameLength + NameOffset);
        Bytes[at++] = BerTag.ObjectIdentifier;
        Bytes[at++] = (byte)nameLength;
        _names[Count] = at;
        _columns[Count] = (byte)columnLength;
        Array.Copy(column.Encoded, 0, Bytes, at, columnLength);
        if (rowLength > 0)
        {
            ObjectIdentifier.Put(Bytes, at + columnLength, row);
        }

        Bytes[end - 2] = BerTag.Null;
        Bytes[end - 1] = 0;
        _end = end;
        Count++;
        return true;
    }
}
