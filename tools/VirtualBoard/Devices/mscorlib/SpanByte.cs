namespace System;

/// <summary>A piece of a byte array, as the bus classes take it; a whole array converts by itself.</summary>
public readonly ref struct SpanByte
{
    private readonly byte[]? _array;
    private readonly int _start;
    private readonly int _length;

    public SpanByte(byte[]? array)
    {
        _array = array;
        _length = array?.Length ?? 0;
    }

    /// <exception cref="ArgumentOutOfRangeException">The piece does not lie within the array.</exception>
    public SpanByte(byte[]? array, int start, int length)
    {
        int size = array?.Length ?? 0;
        if (start < 0 || length < 0 || start > size || length > size - start)
            throw new ArgumentOutOfRangeException(nameof(length), $"{length} bytes from {start} do not lie within {size}.");

        _array = array;
        _start = start;
        _length = length;
    }

    public static SpanByte Empty => default;

    public int Length => _length;

    public bool IsEmpty => _length == 0;

    internal Span<byte> Bytes => new(_array, _start, _length);

    /// <summary>Where the piece begins in its array.</summary>
    internal int Start => _start;

    /// <exception cref="ArgumentOutOfRangeException">The index lies outside the piece.</exception>
    public byte this[int index]
    {
        get => _array![Checked(index)];
        set => _array![Checked(index)] = value;
    }

    public static implicit operator SpanByte(byte[]? array) => new(array);

    /// <exception cref="ArgumentException">The destination is shorter than the source.</exception>
    public void CopyTo(SpanByte destination)
    {
        if (destination._length < _length)
            throw new ArgumentException($"{_length} bytes do not fit into {destination._length}.", nameof(destination));
        Bytes.CopyTo(destination.Bytes);
    }

    /// <exception cref="ArgumentOutOfRangeException">The start lies outside the piece.</exception>
    public SpanByte Slice(int start) => Slice(start, _length - start);

    /// <exception cref="ArgumentOutOfRangeException">The slice does not lie within the piece.</exception>
    public SpanByte Slice(int start, int length)
    {
        if (start < 0 || length < 0 || start > _length || length > _length - start)
            throw new ArgumentOutOfRangeException(nameof(length), $"{length} bytes from {start} do not lie within {_length}.");
        return new SpanByte(_array, _start + start, length);
    }

    public byte[] ToArray() => Bytes.ToArray();

    private int Checked(int index) => (uint)index < (uint)_length
        ? _start + index
        : throw new ArgumentOutOfRangeException(nameof(index), $"{index} lies outside {_length} bytes.");
}
