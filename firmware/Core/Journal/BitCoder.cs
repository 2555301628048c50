namespace Appliance.Core.Journal;

/// <summary>
/// Binary arithmetic coding (range coding with carry, 32 bits) of bits whose probabilities are learned as they come. One and
/// the same sequence of calls writes and reads: when reading, the bits that are handed in are not looked at, and those that
/// come back are the ones that were written.
/// </summary>
/// <remarks>
/// A context is 16 bits: how probable a one is, in 1/4096, above a count of up to 15 that lets it learn fast at first. Reading
/// never fails: beyond the end there are zeros.
/// </remarks>
public sealed class BitCoder
{
    /// <summary>A context that knows nothing yet.</summary>
    public const ushort Fresh = 2048 << 4;

    /// <summary>Contexts that <see cref="Number"/> takes for a kind of number.</summary>
    public const int NumberContexts = 16;

    private const int LastUnary = 5;
    private const int Sign = 6;

    private byte[] _bytes;
    private int _end;
    private uint _low;
    private uint _range;
    private uint _code;

    public bool IsReading { get; private set; }

    /// <summary>Where the next byte is written or read.</summary>
    public int Position { get; private set; }

    /// <summary>There was no room for what was written: it is of no use.</summary>
    public bool IsFull { get; private set; }

    public void Write(byte[] bytes, int start, int end)
    {
        Begin(bytes, start, end, false);
        IsFull = false;
    }

    public void Read(byte[] bytes, int start, int end)
    {
        Begin(bytes, start, end, true);
        for (int i = 0; i < 4; i++)
        {
            _code = (_code << 8) | Take();
        }
    }

    /// <summary>Writes what is still held back: one byte, since the reader finds zeros behind it.</summary>
    public void Finish()
    {
        Advance(0x00FFFFFF);
        Put();
    }

    /// <param name="bit">0 or 1.</param>
    public int Bit(ushort[] contexts, int index, int bit)
    {
        int state = contexts[index];
        int one = state >> 4;
        int count = state & 15;
        bit = Code(bit, one);
        int slowness = 2 + count + ((count * count) >> 4);
        one += bit != 0 ? (4096 - one) / slowness : -(one / slowness);
        contexts[index] = (ushort)((one << 4) | (count < 15 ? count + 1 : count));
        return bit;
    }

    /// <summary>Bits that nothing is known of, highest first.</summary>
    public ulong Bits(int count, ulong value)
    {
        ulong coded = 0;
        while (--count >= 0)
        {
            coded = (coded << 1) | (uint)Code((int)(value >> count) & 1, 2048);
        }

        return coded;
    }

    /// <summary>
    /// Any number, the better the nearer to 0 or to what is usual: its size in bits (unary), sign, and the bits behind the first.
    /// </summary>
    /// <param name="first">First of its contexts.</param>
    public long Number(ushort[] contexts, int first, long value)
    {
        ulong magnitude = (ulong)(value < 0 ? -value : value);
        int size = 0;
        while (size < 64
            && Bit(contexts, first + (size < LastUnary ? size : LastUnary), magnitude >> size != 0 ? 1 : 0) != 0)
        {
            size++;
        }

        if (size == 0)
        {
            return 0;
        }

        bool isNegative = Bit(contexts, first + Sign, value < 0 ? 1 : 0) != 0;
        int rest = size - 1;
        ulong coded = 1;

        // The steps of a sensor's last bit, and of a counter, are a few numbers that come again: two bits are learned.
        if (size >= 2 && size <= 6)
        {
            int node = first + (size < 4 ? size + 5 : size == 4 ? 11 : size + 9);
            int bit = Bit(contexts, node, (int)(magnitude >> --rest) & 1);
            coded = 2 | (uint)bit;
            if (size == 3 || size == 4)
            {
                coded = (coded << 1) | (uint)Bit(contexts, node + 1 + bit, (int)(magnitude >> --rest) & 1);
            }
        }

        long number = (long)((coded << rest) | Bits(rest, magnitude));
        return isNegative ? -number : number;
    }

    private void Begin(byte[] bytes, int start, int end, bool isReading)
    {
        _bytes = bytes;
        Position = start;
        _end = end;
        _low = 0;
        _code = 0;
        _range = 0xFFFFFFFF;
        IsReading = isReading;
    }

    private int Code(int bit, int one)
    {
        uint bound = (_range >> 12) * (uint)one;
        if (IsReading)
        {
            bit = _code < bound ? 1 : 0;
        }

        if (bit != 0)
        {
            _range = bound;
        }
        else
        {
            _range -= bound;
            _code -= bound;
            Advance(bound);
        }

        while (_range < 0x01000000)
        {
            _range <<= 8;
            if (IsReading)
            {
                _code = (_code << 8) | Take();
            }
            else
            {
                Put();
            }
        }

        return bit;
    }

    private void Advance(uint by)
    {
        _low += by;
        if (_low < by && !IsReading && !IsFull)
        {
            // The sum stays below one, so the carry ends before the first byte.
            int at = Position - 1;
            while (++_bytes[at] == 0)
            {
                at--;
            }
        }
    }

    private uint Take() => Position < _end ? _bytes[Position++] : 0u;

    private void Put()
    {
        if (Position < _end)
        {
            _bytes[Position++] = (byte)(_low >> 24);
        }
        else
        {
            IsFull = true;
        }

        _low <<= 8;
    }
}
