using VirtualBoard.Net;

namespace VirtualBoard.Mqtt;

/// <summary>Finds the ends of MQTT control packets by their fixed header (MQTT 3.1.1, section 2.2).</summary>
internal sealed class PacketReader : IFrameReader
{
    private bool _inHeader = true;
    private int _headerBytes;
    private int _remaining;

    public bool IsAtBoundary => _inHeader && _headerBytes == 0;

    public void Read(ReadOnlySpan<byte> data)
    {
        while (!data.IsEmpty)
        {
            if (_inHeader)
            {
                ReadHeader(data[0]);
                data = data[1..];
            }
            else
            {
                int body = Math.Min(_remaining, data.Length);
                _remaining -= body;
                data = data[body..];
                if (_remaining == 0)
                    _inHeader = true;
            }
        }
    }

    private void ReadHeader(byte next)
    {
        if (_headerBytes == 0)
        {
            _remaining = 0;
            _headerBytes = 1;
            return;
        }

        _remaining |= (next & 0x7F) << (7 * (_headerBytes - 1));
        _headerBytes++;
        bool isLast = (next & 0x80) == 0 || _headerBytes == 5;
        if (!isLast)
            return;

        _headerBytes = 0;
        _inHeader = _remaining == 0;
    }
}
