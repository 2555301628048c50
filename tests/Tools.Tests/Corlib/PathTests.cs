extern alias corlib;

using System.Net.Sockets;
using VirtualBoard;
using VirtualBoard.Net;
using VirtualBoard.Running;
using Xunit;
using BclSocket = System.Net.Sockets.Socket;
using EndPoint = corlib::System.Net.EndPoint;
using Environment = corlib::System.Environment;
using IPAddress = corlib::System.Net.IPAddress;
using IPEndPoint = corlib::System.Net.IPEndPoint;
using Socket = corlib::System.Net.Sockets.Socket;
using SocketException = corlib::System.Net.Sockets.SocketException;
using Thread = corlib::System.Threading.Thread;

namespace Tools.Tests.Corlib;

/// <summary>Faults of the way to one address.</summary>
public sealed class PathTests : IDisposable
{
    private readonly TimeBase _time = TimeBase.Virtual();
    private readonly Board _board;
    private readonly BclSocket _peer = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly TcpListener _listener = new(System.Net.IPAddress.Loopback, 0);
    private int _heard;

    public PathTests()
    {
        _board = new Board(time: _time);
        _peer.Bind(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0));
        _listener.Start();
        _ = Echo();
    }

    private NetworkPath Path => _board.Link.To(System.Net.IPAddress.Loopback);

    public void Dispose()
    {
        _board.Dispose();
        _time.Dispose();
        _listener.Dispose();
        _peer.Dispose();
    }

    [Fact]
    public void What_is_sent_to_a_silent_address_vanishes()
    {
        Path.IsSilent = true;
        _board.Run(() =>
        {
            var socket = Udp(timeoutMs: 3000);
            long before = Environment.TickCount64;
            Assert.Equal(2, socket.SendTo([1, 2], Peer()));
            Assert.Equal(10060, Code(() => Receive(socket)));
            Assert.Equal(3000, Environment.TickCount64 - before);
        });
        Assert.Equal(0, _heard);

        Path.IsSilent = false;
        Assert.Equal(0, _board.Run(() => RoundTrip(Udp())));
    }

    [Fact]
    public void A_silent_address_hurts_no_other()
    {
        _board.Link.To(System.Net.IPAddress.Parse("127.0.0.2")).IsSilent = true;

        Assert.Equal(0, _board.Run(() => RoundTrip(Udp())));
    }

    [Fact]
    public void A_connection_to_a_silent_address_hangs_until_somebody_closes_it()
    {
        Path.IsSilent = true;
        _board.Run(() =>
        {
            var socket = Tcp();
            int code = 0;
            var dialer = new Thread(() => code = Code(() => socket.Connect(Listener())));
            dialer.Start();
            Thread.Sleep(20_000);
            Assert.Equal(0, code);
            socket.Close();
            dialer.Join();
            Assert.NotEqual(0, code);
        });
    }

    [Fact]
    public void A_silent_address_ends_in_10060_when_TCP_gives_up()
    {
        Path.IsSilent = true;
        _board.Run(() =>
        {
            long before = Environment.TickCount64;
            Assert.Equal(10060, Code(() => Tcp().Connect(Listener())));
            Assert.Equal(30_000, Environment.TickCount64 - before);
        });
    }

    [Fact]
    public void A_connection_that_stands_is_not_touched() => Assert.Equal([7], _board.Run(() =>
    {
        var socket = Tcp();
        socket.Connect(Listener());
        using var other = _listener.AcceptSocket();
        Path.IsSilent = true;
        Path.Delay = TimeSpan.FromSeconds(1);
        other.Send([7]);
        byte[] buffer = new byte[1];
        Assert.Equal(1, socket.Receive(buffer));
        return buffer;
    }));

    [Fact]
    public void A_slow_path_delays_a_datagram_and_its_answer_is_not_lost_in_virtual_time()
    {
        Path.Delay = TimeSpan.FromMilliseconds(300);

        Assert.Equal(300, _board.Run(() => RoundTrip(Udp())));
    }

    [Fact]
    public void An_answer_that_is_owed_comes_while_another_call_holds_time()
    {
        Path.Delay = TimeSpan.FromMilliseconds(300);
        _board.Link.Patience = TimeSpan.FromMilliseconds(200);
        _board.Run(() =>
        {
            var socket = Udp();
            socket.SendTo([1], Peer());
            Path.Delay = TimeSpan.Zero;
            var silent = Tcp();
            silent.ReceiveTimeout = 100;
            silent.Connect(Listener());
            long before = Environment.TickCount64;
            Assert.Equal(10060, Code(() => silent.Receive(new byte[1])));
            Assert.Equal(1, Receive(socket));
            Assert.Equal(300, Environment.TickCount64 - before);
        });
    }

    [Fact]
    public void A_receiver_that_has_waited_for_long_hears_every_answer_at_once() => _board.Run(() =>
    {
        var arrivals = new List<long>();
        var socket = Udp(timeoutMs: 3_600_000);
        var receiver = new Thread(() =>
        {
            for (int i = 0; i < 50; i++)
            {
                Receive(socket);
                arrivals.Add(Environment.TickCount64);
            }
        });
        socket.Bind(new IPEndPoint(IPAddress.Any, 0));
        receiver.Start();
        var sent = new List<long>();
        for (int i = 0; i < 50; i++)
        {
            Thread.Sleep(10_000);
            sent.Add(Environment.TickCount64);
            socket.SendTo([1], Peer());
        }

        receiver.Join();
        Assert.Equal(sent, arrivals);
    });

    [Fact]
    public void A_slow_path_delays_a_connection()
    {
        Path.Delay = TimeSpan.FromMilliseconds(300);
        _board.Run(() =>
        {
            long before = Environment.TickCount64;
            Tcp().Connect(Listener());
            Assert.Equal(300, Environment.TickCount64 - before);
        });
    }

    [Fact]
    public void A_connection_that_is_given_up_in_the_delay_never_begins()
    {
        Path.Delay = TimeSpan.FromMilliseconds(300);
        _board.Run(() =>
        {
            var socket = Tcp();
            var dialer = new Thread(() => Code(() => socket.Connect(Listener())));
            dialer.Start();
            Thread.Sleep(100);
            socket.Close();
            Thread.Sleep(1000);
        });

        Assert.False(_listener.Pending());
    }

    [Fact]
    public void Real_time_knows_the_delay_too()
    {
        using var time = TimeBase.Real();
        using var board = new Board(time: time);
        board.Link.To(System.Net.IPAddress.Loopback).Delay = TimeSpan.FromMilliseconds(60);

        Assert.True(board.Run(() => RoundTrip(Udp())) >= 50);
    }

    [Fact]
    public void A_datagram_on_its_way_is_lost_with_the_link()
    {
        Path.Delay = TimeSpan.FromMilliseconds(300);
        _board.Run(() => Udp().SendTo([1], Peer()));
        _board.Link.IsUp = false;
        _time.RunFor(TimeSpan.FromSeconds(1));

        Assert.Equal(0, _heard);
    }

    [Fact]
    public void The_seed_tells_which_datagrams_are_lost()
    {
        string first = Losses(seed: 1);

        Assert.InRange(first.Count(c => c == '-'), 20, 60);
        Assert.Equal(first, Losses(seed: 1));
        Assert.NotEqual(first, Losses(seed: 2));
        Assert.Equal(new string('+', 100), Losses(seed: 1, percent: 0));
        Assert.Equal(new string('-', 100), Losses(seed: 1, percent: 100));
    }

    [Fact]
    public void Raw_sockets_are_a_matter_of_the_image()
    {
        _board.Link.PermitsRaw = false;

        Assert.Equal(10013, _board.Run(() => Code(() => new Socket(AddressFamily.InterNetwork, SocketType.Raw, ProtocolType.Icmp))));
        Assert.Equal(0, _board.Link.SocketsOpened);
    }

    [Fact]
    public void Sockets_are_counted()
    {
        _board.Run(() =>
        {
            for (int i = 0; i < 5; i++)
            {
                var kept = Udp();
                Udp().Close();
                if (i >= 3)
                    kept.Close();
            }
        });

        Assert.Equal((10, 5, 3), (_board.Link.SocketsOpened, _board.Link.PeakSockets, _board.Link.OpenSockets));
    }

    [Fact]
    public void Echo_requests_take_the_path_too()
    {
        var address = System.Net.IPAddress.Parse("127.0.0.1");
        _board.Link.To(address).Delay = TimeSpan.FromMilliseconds(200);
        _board.Run(() =>
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

            socket.ReceiveTimeout = 5000;
            long before = Environment.TickCount64;
            socket.SendTo([8, 0, 0xE5, 0xCA, 0x12, 0x34, 0, 1], new IPEndPoint(IPAddress.Loopback, 0));
            byte[] packet = new byte[100];
            EndPoint from = new IPEndPoint(IPAddress.Any, 0);
            do
                socket.ReceiveFrom(packet, ref from);
            while (packet[20] != 0 || packet[24] != 0x12 || packet[25] != 0x34);

            Assert.Equal(200, Environment.TickCount64 - before);
        });
    }

    private static int Code(Action action) => Assert.Throws<SocketException>(action).ErrorCode;

    private static Socket Tcp() => new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    private static Socket Udp(int timeoutMs = 5000) =>
        new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { ReceiveTimeout = timeoutMs };

    private static int Receive(Socket socket)
    {
        EndPoint from = new IPEndPoint(IPAddress.Any, 0);
        return socket.ReceiveFrom(new byte[10], ref from);
    }

    private IPEndPoint Peer() => new(IPAddress.Loopback, ((System.Net.IPEndPoint)_peer.LocalEndPoint!).Port);

    private IPEndPoint Listener() => new(IPAddress.Loopback, ((System.Net.IPEndPoint)_listener.LocalEndpoint).Port);

    /// <returns>Milliseconds until the answer.</returns>
    private long RoundTrip(Socket socket)
    {
        long before = Environment.TickCount64;
        socket.SendTo([1, 2], Peer());
        Assert.Equal(2, Receive(socket));
        return Environment.TickCount64 - before;
    }

    /// <returns>A sign for each of a hundred datagrams: + or, for a lost one, -.</returns>
    private string Losses(int seed, int percent = 40)
    {
        using var time = TimeBase.Virtual();
        using var board = new Board(time: time);
        board.Link.Seed = seed;
        board.Link.To(System.Net.IPAddress.Loopback).LossPercent = percent;
        return board.Run(() =>
        {
            var socket = Udp(timeoutMs: 100);
            var signs = new char[100];
            for (int i = 0; i < signs.Length; i++)
            {
                socket.SendTo([1], Peer());
                try
                {
                    Receive(socket);
                    signs[i] = '+';
                }
                catch (SocketException)
                {
                    signs[i] = '-';
                }
            }

            return new string(signs);
        });
    }

    /// <summary>Gives back what it hears.</summary>
    private async Task Echo()
    {
        byte[] buffer = new byte[100];
        try
        {
            while (true)
            {
                var heard = await _peer.ReceiveFromAsync(buffer, new System.Net.IPEndPoint(System.Net.IPAddress.Any, 0));
                _heard++;
                await _peer.SendToAsync(buffer.AsMemory(0, heard.ReceivedBytes), heard.RemoteEndPoint);
            }
        }
        catch (Exception e) when (e is SocketException or System.Net.Sockets.SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
