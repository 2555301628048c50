namespace Appliance.Core.Journal;

/// <summary>
/// Records as bits. Each is told by what it is other than expected: the channel that followed last time, the same time after the
/// channel's last, the next sequence number, the same fields present, and the values of before. What is usual in each of that is
/// learned; the same calls in the same order learn the same from a record that is written as from one that is read.
/// </summary>
public sealed class RecordCodec
{
    /// <summary>Bytes a record takes at most, besides <see cref="MostOfField"/> a field, or the bytes of a raw one.</summary>
    public const int MostOfRecord = 48;

    /// <summary>64 bits that came as a surprise, after the worst that the contexts can have learned.</summary>
    public const int MostOfField = 24;

    // Where the contexts are: of numbers, of bits, two for each channel, and those of each field.
    private const int TimeContexts = 0;
    private const int SequenceContexts = BitCoder.NumberContexts;
    private const int Clock = 2 * BitCoder.NumberContexts;
    private const int Kind = Clock + 1;
    private const int Present = Kind + 1;
    private const int Channels = Present + 2;

    private readonly ushort[] _contexts;
    private readonly long[] _values;
    private readonly bool[] _presence;
    private readonly long[] _times;
    private readonly long[] _periods;
    private readonly int[] _steps;
    private readonly byte[] _followers;
    private readonly int _fieldContexts;
    private long _time;
    private bool _isUnix;
    private int _sequence;
    private int _channel;

    public RecordCodec(ReportLayout layout)
    {
        Layout = layout;
        _fieldContexts = Channels + (2 * layout.Count);
        _contexts = new ushort[_fieldContexts + (BitCoder.NumberContexts * layout.Learners)];
        _values = new long[layout.Fields];
        _presence = new bool[layout.Fields];
        _times = new long[layout.Count];
        _periods = new long[layout.Count];
        _steps = new int[layout.Count];
        _followers = new byte[layout.Count];
    }

    public ReportLayout Layout { get; }

    /// <summary>Sequence number of the last record.</summary>
    public int Sequence => _sequence;

    /// <summary>Forgets all it has learned.</summary>
    /// <param name="sequence">The number that the first record will have.</param>
    public void Reset(int sequence)
    {
        for (int i = 0; i < _contexts.Length; i++)
        {
            _contexts[i] = BitCoder.Fresh;
        }

        for (int i = 0; i < _values.Length; i++)
        {
            _values[i] = 0;
            _presence[i] = true;
        }

        for (int i = 0; i < _times.Length; i++)
        {
            _times[i] = 0;
            _periods[i] = 0;
            _steps[i] = 1;
            _followers[i] = (byte)(i + 1 < _times.Length ? i + 1 : 0);
        }

        _time = 0;
        _isUnix = true;
        _sequence = sequence - 1;
        _channel = _times.Length - 1;
    }

    /// <summary>Writes a record, or reads it, as the coder does.</summary>
    /// <returns>False if what is read is no record.</returns>
    public bool Code(BitCoder coder, JournalRecord record)
    {
        int id = _followers[_channel];
        if (Bit(coder, Channels + (2 * _channel), !record.IsRaw && record.Channel == id))
        {
            record.IsRaw = false;
        }
        else
        {
            record.IsRaw = Bit(coder, Kind, record.IsRaw);
            id = (int)coder.Bits(8, (ulong)record.Channel);
            if (id >= Layout.Count)
            {
                return false;
            }
        }

        record.Channel = id;
        record.Layout = Layout;
        return record.IsRaw ? CodeRaw(coder, record) : CodeNumbers(coder, record, id);
    }

    private bool CodeNumbers(BitCoder coder, JournalRecord record, int id)
    {
        _followers[_channel] = (byte)id;
        _channel = id;
        ReportChannel channel = Layout[id];
        int first = channel.FirstField;
        int contexts = _fieldContexts + (BitCoder.NumberContexts * channel.FirstLearner);
        int count = channel.Keys.Length;
        long last = _times[id] == 0 ? _time : _times[id];
        if (Bit(coder, Channels + (2 * id) + 1, !coder.IsReading && IsUsual(record, id, last, first, count)))
        {
            record.IsUnix = _isUnix;
            record.Time = last + _periods[id];
            record.Sequence = _sequence + _steps[id];
        }
        else
        {
            CodeStamp(coder, record, last + _periods[id], _sequence + _steps[id]);
            for (int i = 0; i < count; i++)
            {
                _presence[first + i] = Bit(coder, Present + (_presence[first + i] ? 1 : 0), record.Presence[i]);
            }
        }

        // A second more or less is the second in which the report fell, not another period.
        long drift = record.Time - last - _periods[id];
        if (drift > 1 || drift < -1)
        {
            _periods[id] += drift;
        }

        _times[id] = record.Time;
        _steps[id] = record.Sequence - _sequence;
        Remember(record);
        for (int i = 0; i < count; i++)
        {
            int field = first + i;
            bool isPresent = _presence[field];
            record.Presence[i] = isPresent;
            if (isPresent)
            {
                _values[field] += coder.Number(_contexts, contexts, record.Values[i] - _values[field]);
                record.Values[i] = _values[field];
            }

            contexts += BitCoder.NumberContexts;
        }

        return true;
    }

    private bool CodeRaw(BitCoder coder, JournalRecord record)
    {
        CodeStamp(coder, record, _time, _sequence + 1);
        Remember(record);
        int length = (int)coder.Bits(11, (ulong)record.RawLength);
        if (length > JournalRecord.MostRaw)
        {
            return false;
        }

        record.RawLength = length;
        byte[] raw = record.Raw;
        for (int i = 0; i < length; i++)
        {
            raw[i] = (byte)coder.Bits(8, raw[i]);
        }

        return true;
    }

    private void CodeStamp(BitCoder coder, JournalRecord record, long time, int sequence)
    {
        record.IsUnix = Bit(coder, Clock, record.IsUnix == _isUnix) == _isUnix;
        record.Time = time + coder.Number(_contexts, TimeContexts, record.Time - time);
        record.Sequence = sequence + (int)coder.Number(_contexts, SequenceContexts, record.Sequence - sequence);
    }

    private void Remember(JournalRecord record)
    {
        _time = record.Time;
        _isUnix = record.IsUnix;
        _sequence = record.Sequence;
    }

    private bool IsUsual(JournalRecord record, int id, long last, int first, int count)
    {
        if (record.Time != last + _periods[id] || record.IsUnix != _isUnix || record.Sequence != _sequence + _steps[id])
        {
            return false;
        }

        for (int i = 0; i < count; i++)
        {
            if (record.Presence[i] != _presence[first + i])
            {
                return false;
            }
        }

        return true;
    }

    private bool Bit(BitCoder coder, int context, bool bit) => coder.Bit(_contexts, context, bit ? 1 : 0) != 0;
}
