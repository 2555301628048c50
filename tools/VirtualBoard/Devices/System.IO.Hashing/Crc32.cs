namespace System.IO.Hashing;

/// <summary>CRC-32 as in IEEE 802.3 and gzip: reflected polynomial 0xEDB88320, start and end inverted.</summary>
public class Crc32
{
    private uint _state = uint.MaxValue;

    public static uint HashToUInt32(SpanByte source)
    {
        var crc = new Crc32();
        crc.Append(source);
        return crc.GetCurrentHashAsUInt32();
    }

    public void Append(SpanByte source)
    {
        foreach (byte value in source.Bytes)
            Append(value);
    }

    public void Append(byte[] source) => Append((SpanByte)source);

    public void Append(byte value)
    {
        _state ^= value;
        for (int i = 0; i < 8; i++)
            _state = (_state & 1) != 0 ? (_state >> 1) ^ 0xEDB88320u : _state >> 1;
    }

    public void Reset() => _state = uint.MaxValue;

    public uint GetCurrentHashAsUInt32() => ~_state;
}
