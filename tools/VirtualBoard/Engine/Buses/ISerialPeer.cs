namespace VirtualBoard.Buses;

/// <summary>What is wired to a serial port: a meter, a converter with slaves behind it.</summary>
public interface ISerialPeer
{
    /// <summary>Bytes that the board sent, when the last of them has left the wire.</summary>
    void Receive(SerialLine line, ReadOnlySpan<byte> data);
}
