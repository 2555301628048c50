extern alias corlib;

using System.Net.Sockets;
using VirtualBoard;
using VirtualBoard.Net;
using VirtualBoard.Running;
using Xunit;
using BclSocket = System.Net.Sockets.Socket;
using EndPoint = corlib::System.Net.EndPoint;
using IPAddress = corlib::System.Net.IPAddress;
using IPEndPoint = corlib::System.Net.IPEndPoint;
using Socket = corlib::System.Net.Sockets.Socket;
using SocketException = corlib::System.Net.Sockets.SocketException;
using Thread = corlib::System.Threading.Thread;

namespace Tools.Tests.Corlib;

public sealed class SocketTests : IDisposable
{
    private readonly TimeBase _time = TimeBase.Virtual();
    private readonly Board _board;
    private readonly TcpListener _listener = new(System.Net.IPAddress.Loopback, 0);

    public SocketTests()
    {
        _board = new Board(time: _time);
        _listener.Start();
    }

    private int Port => ((System.Net.IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose()
    {
        _board.Dispose();
        _time.Dispose();
        _listener.Dispose();
    }

    [Fact]
    public void Bytes_go_both_ways()
    {
        var peer = Task.Run(async () =>
        {
            using var client = await _listener.AcceptSocketAsync(TestContext.Current.CancellationToken);
            byte[] buffer = new byte[100];
            int read = await client.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
            await client.SendAsync(buffer.AsMemory(0, read), TestContext.Current.CancellationToken);
        }, TestContext.Current.CancellationToken);

        Assert.Equal([1, 2, 3], _board.Run(() =>
        {
            var socket = Connected();
            socket.Send([1, 2, 3]);
            byte[] buffer = new byte[100];
            int read = socket.Receive(buffer);
            socket.Close();
            return buffer[..read];
        }));
        peer.Wait(TestContext.Current.CancellationToken);
        Assert.Equal(0, _board.Link.OpenSockets);
    }

    [Fact]
    public void A_silent_peer_ends_in_10060_after_the_time_out() => _board.Run(() =>
    {
        var socket = Connected();
        socket.ReceiveTimeout = 5000;
        long before = corlib::System.Environment.TickCount64;

        Assert.Equal(10060, Code(() => socket.Receive(new byte[1])));
        Assert.Equal(5000, corlib::System.Environment.TickCount64 - before);
    });

    [Fact]
    public void Close_ends_the_wait_of_another_thread() => _board.Run(() =>
    {
        int code = 0;
        var socket = Connected();
        var reader = new Thread(() => code = Code(() => socket.Receive(new byte[1])));
        reader.Start();
        Thread.Sleep(100);
        socket.Close();
        reader.Join();

        Assert.NotEqual(0, code);
    });

    [Fact]
    public void Without_link_there_is_no_network()
    {
        _board.Link.IsUp = false;

        Assert.Equal(10050, _board.Run(() => Code(() => Connected())));
    }

    [Fact]
    public void A_lost_link_ends_what_waits()
    {
        int code = 0;
        _board.Run(() =>
        {
            var socket = Connected();
            new Thread(() => code = Code(() => socket.Receive(new byte[1]))).Start();
            Thread.Sleep(100);
        });
        _board.Link.IsUp = false;
        _board.Run(() => Thread.Sleep(1000));

        Assert.Equal(10050, code);
    }

    [Fact]
    public void The_seventeenth_socket_is_refused_and_the_power_closes_all()
    {
        _board.Run(() =>
        {
            for (int i = 0; i < NetworkLink.MaxSockets; i++)
                _ = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            Assert.Equal(10024, Code(() => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)));
        });
        _board.PowerCut();

        Assert.Equal(0, _board.Link.OpenSockets);
    }

    [Fact]
    public void Receive_from_needs_an_address_first() => _board.Run(() =>
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        EndPoint from = new IPEndPoint(IPAddress.Any, 0);

        Assert.Equal(10057, Code(() => socket.ReceiveFrom(new byte[1], ref from)));
        socket.Close();
    });

    [Fact]
    public void Datagrams_come_with_their_sender()
    {
        using var peer = new BclSocket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        peer.Bind(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0));
        int port = ((System.Net.IPEndPoint)peer.LocalEndPoint!).Port;

        _board.Run(() =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            socket.SendTo([9], new IPEndPoint(IPAddress.Loopback, port));
            peer.SendTo([8, 7], new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, ((IPEndPoint)socket.LocalEndPoint!).Port));
            EndPoint from = new IPEndPoint(IPAddress.Any, 0);
            byte[] buffer = new byte[10];

            Assert.Equal(2, socket.ReceiveFrom(buffer, ref from));
            Assert.Equal(new IPEndPoint(IPAddress.Loopback, port), from);
            socket.Close();
        });
    }

    [Fact]
    public void A_raw_icmp_packet_starts_with_its_ip_header() => _board.Run(() =>
    {
        Socket socket;
        try
        {
            socket = new Socket(AddressFamily.InterNetwork, SocketType.Raw, ProtocolType.Icmp);
        }
        catch (SocketException e) when (e.ErrorCode == 10013)
        {
            Assert.Skip("This system permits neither raw nor ping sockets to this user.");
            return;
        }

        socket.ReceiveTimeout = 1000;
        byte[] echo = [8, 0, 0, 0, 0x12, 0x34, 0, 1];
        int sum = 0x0800 + 0x1234 + 1;
        echo[2] = (byte)(~sum >> 8);
        echo[3] = (byte)~sum;
        socket.SendTo(echo, new IPEndPoint(IPAddress.Loopback, 0));
        EndPoint from = new IPEndPoint(IPAddress.Any, 0);
        byte[] packet = new byte[100];
        int length;
        do
            length = socket.ReceiveFrom(packet, ref from);
        while (packet[20] != 0);

        Assert.Equal(28, length);
        Assert.Equal(0x45, packet[0]);
        Assert.Equal(1, packet[9]);
        Assert.Equal([0x12, 0x34, 0, 1], packet[24..28]);
        socket.Close();
    });

    private static int Code(Action action) => Assert.Throws<SocketException>(action).ErrorCode;

    private Socket Connected()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Connect(new IPEndPoint(IPAddress.Loopback, Port));
        return socket;
    }
}
