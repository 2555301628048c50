using System;
using Appliance.Core.Metrics;

namespace Appliance.Core.Snmp;

/// <summary>
/// Reads responses of SNMP v2c (RFC 3416 section 4.2.1), one after the other, out of the buffer that received them. Whatever the
/// bytes are: nothing throws, nothing is allocated, and no more is read than was asked for.
/// First <see cref="Open"/> tells the request-id, by which the caller finds the request; then <see cref="Match"/> takes the values.
/// The bytes of strings stay in the datagram, so it must not change while they are needed.
/// </summary>
public sealed class SnmpResponse
{
    /// <summary><see cref="ErrorStatus"/>: the answer would be too long; ask for half as many objects.</summary>
    public const int TooBig = 1;

    private readonly BerReader _reader = new BerReader();
    private readonly int[] _types;
    private readonly long[] _values;
    private readonly int[] _starts;
    private readonly int[] _lengths;
    private readonly uint[] _rows;
    private byte[] _datagram = new byte[0];
    private int _communityStart;
    private int _communityLength;
    private bool _isOpen;

    /// <param name="capacity">Most objects of a request whose response is read.</param>
    public SnmpResponse(int capacity)
    {
        _types = new int[capacity];
        _values = new long[capacity];
        _starts = new int[capacity];
        _lengths = new int[capacity];
        _rows = new uint[capacity];
    }

    /// <summary>Of the datagram that is open.</summary>
    public int RequestId { get; private set; }

    /// <summary>0, or why the agent refused the request (RFC 3416 section 3).</summary>
    public int ErrorStatus { get; private set; }

    /// <summary>Number of the object that the agent did not like, from 1; 0 if it blames none.</summary>
    public int ErrorIndex { get; private set; }

    /// <summary>Looks at what a socket received.</summary>
    /// <returns>True if it begins as a response of v2c does; <see cref="RequestId"/> then says to which request.</returns>
    public bool Open(byte[] datagram, int length)
    {
        _isOpen = false;
        _datagram = datagram;
        RequestId = 0;
        ErrorStatus = 0;
        ErrorIndex = 0;
        Clear();
        _reader.Open(datagram, length);
        if (!_reader.Enter(BerTag.Sequence) || !TryInt(out int version) || version != SnmpRequest.Version2c || !_reader.Next(BerTag.OctetString))
        {
            return false;
        }

        _communityStart = _reader.Start;
        _communityLength = _reader.Length;
        if (!_reader.Enter(BerTag.Response) || !TryInt(out int requestId) || !TryInt(out int errorStatus) || !TryInt(out int errorIndex))
        {
            return false;
        }

        RequestId = requestId;
        ErrorStatus = errorStatus;
        ErrorIndex = errorIndex;
        _isOpen = true;
        return true;
    }

    /// <summary>Takes the values of the datagram that is open, once, if it answers the request.</summary>
    /// <exception cref="ArgumentException">The request asks for more objects than this was made for.</exception>
    public SnmpOutcome Match(SnmpRequest request)
    {
        if (request.Count > _types.Length)
        {
            throw new ArgumentException("a response to " + request.Count.ToString() + " objects does not fit into " + _types.Length.ToString());
        }

        if (!_isOpen || RequestId != request.RequestId || !IsCommunity(request.Community))
        {
            return SnmpOutcome.Foreign;
        }

        _isOpen = false;
        if (ErrorStatus != 0)
        {
            return SnmpOutcome.Refused;
        }

        if (!TryList(request))
        {
            Clear();
            return SnmpOutcome.Malformed;
        }

        return SnmpOutcome.Answered;
    }

    /// <returns>
    /// The <see cref="BerTag"/> of what came for an object: of its value, or NoSuchObject and NoSuchInstance in place of one. None if
    /// nothing came under its name, or something that cannot be read. EndOfMibView also if a GetNext found nothing more in the column.
    /// </returns>
    public int Type(int index) => _types[index];

    /// <summary>A number of any of the types, up to 2^63 - 1. In the unit of the object.</summary>
    /// <returns>False if there is none. Missing is missing, and never zero.</returns>
    public bool TryNumber(int index, out long value)
    {
        value = _values[index];
        return _types[index] == BerTag.Integer || (IsUnsigned(_types[index]) && value >= 0);
    }

    /// <summary>A Counter32, Gauge32, TimeTicks or Counter64 with all its bits.</summary>
    /// <returns>False if there is none. Missing is missing, and never zero.</returns>
    public bool TryUnsigned(int index, out ulong value)
    {
        value = (ulong)_values[index];
        return IsUnsigned(_types[index]);
    }

    /// <summary>A number of any of the types, or what says why there is none.</summary>
    /// <param name="value">The number if it is Ok, else 0.</param>
    /// <returns>NotPresent if the agent knows no such object, OutOfRange if it is no number, Timeout if nothing came for it.</returns>
    public Quality Number(int index, out long value)
    {
        if (TryNumber(index, out value))
        {
            return Quality.Ok;
        }

        value = 0;
        int type = _types[index];
        return type == BerTag.None ? Quality.Timeout
            : type == BerTag.NoSuchObject || type == BerTag.NoSuchInstance ? Quality.NotPresent : Quality.OutOfRange;
    }

    /// <returns>The row that a GetNext found; 0 if none. The first row of a column may be 0 as well; then <see cref="Type"/> tells.</returns>
    public uint Row(int index) => _rows[index];

    /// <returns>True if a string came that is these bytes.</returns>
    public bool Holds(int index, byte[] content) => _types[index] == BerTag.OctetString
        && _lengths[index] == content.Length && Stands(_starts[index], content, 0, content.Length);

    /// <returns>Where the bytes of a string, address or name begin in the datagram.</returns>
    public int Start(int index) => _starts[index];

    /// <returns>Bytes of a string, address or name; 0 if it is none.</returns>
    public int Length(int index) => _lengths[index];

    private static bool IsUnsigned(int type) =>
        type == BerTag.Counter64 || type == BerTag.Counter32 || type == BerTag.Gauge32 || type == BerTag.TimeTicks;

    private void Clear()
    {
        for (int i = 0; i < _types.Length; i++)
        {
            _types[i] = BerTag.None;
            _values[i] = 0;
            _starts[i] = 0;
            _lengths[i] = 0;
            _rows[i] = 0;
        }
    }

    private bool TryInt(out int value)
    {
        value = 0;
        if (!_reader.Next(BerTag.Integer) || !_reader.TryInteger(out long number) || number < int.MinValue || number > int.MaxValue)
        {
            return false;
        }

        value = (int)number;
        return true;
    }

    private bool IsCommunity(byte[] community) =>
        _communityLength == community.Length && Stands(_communityStart, community, 0, community.Length);

    /// <summary>A response has the objects of its request in their order, so each is looked for at its own place only.</summary>
    private bool TryList(SnmpRequest request)
    {
        if (!_reader.Enter(BerTag.Sequence))
        {
            return false;
        }

        int list = _reader.End;
        for (int i = 0; i < request.Count && !_reader.IsAtEnd; i++)
        {
            if (!_reader.Enter(BerTag.Sequence) || !_reader.Next(BerTag.ObjectIdentifier))
            {
                return false;
            }

            bool isAsked = request.IsNext ? IsNext(request, i)
                : _reader.Length == request.NameLength(i) && Stands(_reader.Start, request.Bytes, request.NameStart(i), _reader.Length);
            if (!_reader.Next())
            {
                return false;
            }

            if (isAsked)
            {
                Keep(i);
            }
            else if (request.IsNext)
            {
                _types[i] = BerTag.EndOfMibView;
            }

            _reader.Leave(list);
        }

        return true;
    }

    /// <summary>A row of the column that was asked for follows; what does not go forward would go in circles.</summary>
    private bool IsNext(SnmpRequest request, int index)
    {
        int column = request.ColumnLength(index);
        int name = request.NameStart(index);
        bool isRow = _reader.Length > column && Stands(_reader.Start, request.Bytes, name, column)
            && ObjectIdentifier.TryArc(_datagram, _reader.Start + column, _reader.Length - column, out _rows[index]);
        if (isRow && ObjectIdentifier.TryArc(request.Bytes, name + column, request.NameLength(index) - column, out uint before))
        {
            isRow = _rows[index] > before;
        }

        _rows[index] = isRow ? _rows[index] : 0;
        return isRow;
    }

    private bool Stands(int at, byte[] bytes, int start, int length)
    {
        for (int i = 0; i < length; i++)
        {
            if (_datagram[at + i] != bytes[start + i])
            {
                return false;
            }
        }

        return true;
    }

    private void Keep(int index)
    {
        int tag = _reader.Tag;
        bool isSound = true;
        if (tag == BerTag.Integer)
        {
            isSound = _reader.TryInteger(out long value);
            _values[index] = value;
        }
        else if (IsUnsigned(tag))
        {
            isSound = _reader.TryUnsigned(out ulong value) && (tag == BerTag.Counter64 || value <= uint.MaxValue);
            _values[index] = (long)value;
        }
        else if (tag == BerTag.OctetString || tag == BerTag.ObjectIdentifier || tag == BerTag.IpAddress || tag == BerTag.Opaque)
        {
            _starts[index] = _reader.Start;
            _lengths[index] = _reader.Length;
        }
        else
        {
            isSound = _reader.Length == 0 && (tag == BerTag.Null
                || tag == BerTag.NoSuchObject || tag == BerTag.NoSuchInstance || tag == BerTag.EndOfMibView);
        }

        _types[index] = isSound ? tag : BerTag.None;
        if (!isSound)
        {
            _values[index] = 0;
        }
    }
}
