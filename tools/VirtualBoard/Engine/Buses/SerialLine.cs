namespace VirtualBoard.Buses;

/// <summary>One serial port of the board with the settings of the present boot, and its far end.</summary>
public sealed class SerialLine
{
    /// <summary>Bytes from the far end arrived. Subscribed by the port while it is open.</summary>
    public event Action<byte[]>? Arrived;

    public ISerialPeer? Peer { get; set; }

    public int BaudRate { get; set; }

    public int DataBits { get; set; } = 8;

    /// <summary>Stop bits: 1, 1.5 or 2.</summary>
    public double StopBits { get; set; } = 1;

    /// <summary>N, E or O.</summary>
    public char Parity { get; set; } = 'N';

    /// <summary>Microseconds that a number of characters take on the wire at the present settings.</summary>
    public long Duration(int characters)
    {
        double bits = 1 + DataBits + (Parity == 'N' ? 0 : 1) + StopBits;
        return BaudRate <= 0 ? 0 : (long)(characters * bits * 1_000_000 / BaudRate);
    }

    /// <summary>The far end speaks. It decides when, by scheduling this on the time base.</summary>
    public void Deliver(byte[] data) => Arrived?.Invoke(data);
}
