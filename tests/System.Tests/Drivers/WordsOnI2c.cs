using VirtualBoard.Buses;

namespace SystemTests.Drivers;

/// <summary>An I2C chip that answers from a script: what is read begins at the byte of the last written pointer. Allocates nothing.</summary>
internal sealed class WordsOnI2c : II2cSlave
{
    private bool _isFirst;
    private int _pointer;
    private int _position;

    /// <summary>Bytes behind each pointer; what is written lands nowhere.</summary>
    public Dictionary<int, byte[]> Replies { get; } = [];

    public bool Start(bool read)
    {
        _isFirst = !read;
        _position = 0;
        return true;
    }

    public bool Write(byte value)
    {
        if (_isFirst)
            _pointer = value;
        _isFirst = false;
        return true;
    }

    public byte Read() => Replies.TryGetValue(_pointer, out byte[]? reply) ? reply[_position++ % reply.Length] : (byte)0;

    public void Stop()
    {
    }
}
