using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SystemTests.Network;

/// <summary>A host that can be all that a host at an exchange is: deaf, filtered, refusing, gone.</summary>
internal sealed class TestHost : IDisposable
{
    private readonly Namespace _own;
    private readonly int _number;

    /// <param name="board">The namespace at the other end of its wire.</param>
    public TestHost(Namespace board, int number)
    {
        _number = number;
        _own = new Namespace("host");
        _own.Ip($"link add eth0 type veth peer name host{number} netns {board.Name}");
        board.Ip($"addr add 10.77.{number}.1/24 dev host{number}");
        board.Ip($"link set host{number} up");
        _own.Ip($"addr add {Address}/24 dev eth0");
        IsUp = true;
        _own.Command("nft add table inet t");
        _own.Command("nft add chain inet t in '{ type filter hook input priority 0; }'");
    }

    public string Address => $"10.77.{_number}.2";

    /// <summary>Its wire.</summary>
    public bool IsUp
    {
        set
        {
            _own.Ip($"link set eth0 {(value ? "up" : "down")}");
            if (value)
                _own.Ip($"route replace default via 10.77.{_number}.1");
        }
    }

    /// <summary>It does not answer echo requests, as many hosts are told not to.</summary>
    public bool IgnoresEcho
    {
        set => _own.Command($"echo {(value ? 1 : 0)} > /proc/sys/net/ipv4/icmp_echo_ignore_all");
    }

    /// <summary>It passes on what is not for it, whichever way that came.</summary>
    public bool Forwards
    {
        set
        {
            _own.Command($"echo {(value ? 1 : 0)} > /proc/sys/net/ipv4/ip_forward");
            _own.Command("for filter in /proc/sys/net/ipv4/conf/*/rp_filter; do echo 0 > $filter; done");
        }
    }

    /// <summary>Adds a rule of nftables to what comes in: <c>tcp dport 22 drop</c>.</summary>
    public void Filter(string rule) => _own.Command($"nft add rule inet t in {rule}");

    /// <summary>Lets everything in again.</summary>
    public void ClearFilter() => _own.Command("nft flush chain inet t in");

    /// <summary>Adds a route: <c>blackhole 203.0.113.1</c>.</summary>
    public void Route(string route) => _own.Ip($"route add {route}");

    /// <summary>Adds an interface that leads nowhere; its far end decides whether it is up.</summary>
    public void AddPort(string name)
    {
        _own.Ip($"link add {name} type veth peer name far-{name}");
        _own.Ip($"link set {name} up");
        SetPort(name, isUp: true);
    }

    public void SetPort(string name, bool isUp) => _own.Ip($"link set far-{name} {(isUp ? "up" : "down")}");

    /// <summary>A host at the other end of another wire of this one.</summary>
    public TestHost Join(int number) => new(_own, number);

    public Process Start(string program, params string[] arguments) => _own.Start(program, arguments);

    public T Run<T>(Func<T> action) => _own.Run(action);

    /// <summary>A socket of this host that listens on a TCP port.</summary>
    public Socket Listen(int port) => _own.Run(() =>
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, optionValue: true);
        socket.Bind(new IPEndPoint(IPAddress.Any, port));
        socket.Listen();
        return socket;
    });

    public void Dispose() => _own.Dispose();
}
