using VirtualBoard.Net;

namespace System.Net.Sockets;

/// <content>Sending and receiving.</content>
public partial class Socket
{
    public int Send(byte[] buffer) => Send(buffer, SocketFlags.None);

    public int Send(byte[] buffer, SocketFlags socketFlags) => Send(buffer, 0, Length(buffer), socketFlags);

    public int Send(byte[] buffer, int size, SocketFlags socketFlags) => Send(buffer, 0, size, socketFlags);

    /// <summary>Waits until every byte is queued.</summary>
    /// <exception cref="SocketException">TimedOut (10060), NetworkDown (10050), ConnectionReset and others.</exception>
    public int Send(byte[] buffer, int offset, int size, SocketFlags socketFlags)
    {
        // The firmware may use its buffer again while the PC still sends.
        byte[] copy = Piece(buffer, offset, size).ToArray();
        return Await((host, token) => host.Send(copy, socketFlags, token), _sendTimeout);
    }

    public int SendTo(byte[] buffer, EndPoint remoteEP) => SendTo(buffer, SocketFlags.None, remoteEP);

    public int SendTo(byte[] buffer, SocketFlags socketFlags, EndPoint remoteEP) =>
        SendTo(buffer, 0, Length(buffer), socketFlags, remoteEP);

    public int SendTo(byte[] buffer, int size, SocketFlags socketFlags, EndPoint remoteEP) => SendTo(buffer, 0, size, socketFlags, remoteEP);

    public int SendTo(byte[] buffer, int offset, int size, SocketFlags socketFlags, EndPoint remoteEP)
    {
        byte[] copy = Piece(buffer, offset, size).ToArray();
        var (address, port) = Parts(remoteEP);
        int sent = Await((host, token) => host.SendTo(copy, socketFlags, HostAddress.EndPoint(address, port), token), _sendTimeout);
        _isBound = true;
        return sent;
    }

    public int Receive(byte[] buffer) => Receive(buffer, SocketFlags.None);

    public int Receive(byte[] buffer, SocketFlags socketFlags) => Receive(buffer, 0, Length(buffer), socketFlags);

    public int Receive(byte[] buffer, int size, SocketFlags socketFlags) => Receive(buffer, 0, size, socketFlags);

    /// <returns>As soon as there are bytes: how many; 0 when the peer has closed.</returns>
    /// <exception cref="SocketException">TimedOut (10060), NetworkDown (10050), ConnectionReset and others.</exception>
    public int Receive(byte[] buffer, int offset, int size, SocketFlags socketFlags)
    {
        var into = Piece(buffer, offset, size);
        return Await((host, token) => host.Receive(into, socketFlags, token), _receiveTimeout);
    }

    public int ReceiveFrom(byte[] buffer, ref EndPoint remoteEP) => ReceiveFrom(buffer, SocketFlags.None, ref remoteEP);

    public int ReceiveFrom(byte[] buffer, SocketFlags socketFlags, ref EndPoint remoteEP) =>
        ReceiveFrom(buffer, 0, Length(buffer), socketFlags, ref remoteEP);

    public int ReceiveFrom(byte[] buffer, int size, SocketFlags socketFlags, ref EndPoint remoteEP) =>
        ReceiveFrom(buffer, 0, size, socketFlags, ref remoteEP);

    /// <exception cref="SocketException">NotConnected (10057) before Bind or SendTo; TimedOut (10060).</exception>
    public int ReceiveFrom(byte[] buffer, int offset, int size, SocketFlags socketFlags, ref EndPoint remoteEP)
    {
        var into = Piece(buffer, offset, size);
        if (!_isBound)
            throw new SocketException(SocketError.NotConnected);

        // Virtual time waits for the answers to what was sent, not for datagrams that nobody owes.
        var (length, from) = Await((host, token) => host.ReceiveFrom(into, socketFlags, token), _receiveTimeout, TimeSpan.Zero);
        remoteEP = new IPEndPoint(new IPAddress(from.Address.GetAddressBytes()), from.Port);
        return length;
    }

    private static int Length(byte[] buffer) => buffer?.Length ?? throw new ArgumentNullException(nameof(buffer));

    private static Memory<byte> Piece(byte[] buffer, int offset, int size)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        return offset >= 0 && size >= 0 && size <= buffer.Length - offset
            ? buffer.AsMemory(offset, size)
            : throw new ArgumentOutOfRangeException(nameof(size), size, $"{size} bytes from {offset} do not lie within {buffer.Length}.");
    }
}
