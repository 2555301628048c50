using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace SystemTests.Network;

/// <summary>Answers echo requests in place of a host's kernel, in any way that a test thinks of.</summary>
internal sealed class EchoResponder : IDisposable
{
    private const int Ip = 20;

    private readonly Socket _socket;
    private readonly Task _serving;
    private int _requests;

    /// <param name="answer">Sends nothing, one answer or several; each packet is ICMP without an IP header.</param>
    public EchoResponder(TestHost host, Func<byte[], int, IEnumerable<(byte[] Packet, TimeSpan After)>> answer)
    {
        host.IgnoresEcho = true;
        _socket = host.Run(() => new Socket(AddressFamily.InterNetwork, SocketType.Raw, ProtocolType.Icmp));
        _socket.Bind(new IPEndPoint(IPAddress.Any, 0));
        _serving = Serve(answer);
    }

    /// <summary>The sound answer to a request.</summary>
    public static byte[] Reply(byte[] request)
    {
        byte[] reply = [.. request];
        reply[0] = 0;
        return Sealed(reply);
    }

    /// <summary>A packet with its checksum (RFC 1071).</summary>
    public static byte[] Sealed(byte[] packet)
    {
        packet[2] = packet[3] = 0;
        uint sum = 0;
        for (int i = 0; i < packet.Length; i++)
            sum += i % 2 == 0 ? (uint)packet[i] << 8 : packet[i];
        while (sum > 0xFFFF)
            sum = (sum & 0xFFFF) + (sum >> 16);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), (ushort)~sum);
        return packet;
    }

    public void Dispose()
    {
        _socket.Dispose();
        _serving.Wait();
    }

    private async Task Serve(Func<byte[], int, IEnumerable<(byte[] Packet, TimeSpan After)>> answer)
    {
        byte[] buffer = new byte[2048];
        try
        {
            while (true)
            {
                var received = await _socket.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0));
                byte[] request = buffer[Ip..received.ReceivedBytes];
                if (request.Length < 8 || request[0] != 8)
                    continue;
                foreach (var (packet, after) in answer(request, _requests++))
                    _ = Send(packet, after, received.RemoteEndPoint);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Send(byte[] packet, TimeSpan after, EndPoint to)
    {
        if (after > TimeSpan.Zero)
            await Task.Delay(after);
        try
        {
            await _socket.SendToAsync(packet, to);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
