using System.Net.Sockets;
using VirtualBoard.Net;

namespace SystemTests.Network;

/// <summary>Real hosts around a virtual board: a namespace for the board's sockets, and one for each host, joined by wires.</summary>
internal sealed class TestNetwork : IDisposable
{
    private readonly Namespace _board;
    private readonly List<TestHost> _hosts = [];

    public TestNetwork()
    {
        _board = new Namespace("board");
    }

    /// <summary>A new host at 10.77.n.2, with the board at 10.77.n.1.</summary>
    public TestHost Add() => Keep(new TestHost(_board, _hosts.Count + 1));

    /// <summary>A new host at 10.77.n.2 with another host at 10.77.n.1, unknown to the board.</summary>
    public TestHost Behind(TestHost router) => Keep(router.Join(_hosts.Count + 1));

    /// <summary>What the board sends there goes to a host, which may lead on.</summary>
    public void Route(string prefix, TestHost via) => _board.Ip($"route add {prefix} via {via.Address}");

    /// <summary>Puts the board's sockets into the network.</summary>
    public void Connect(NetworkLink link) =>
        link.Opener = (family, type, protocol) => _board.Run(() => new Socket(family, type, protocol));

    /// <summary>Does something on the board's side.</summary>
    public T Run<T>(Func<T> action) => _board.Run(action);

    public void Dispose()
    {
        _hosts.ForEach(h => h.Dispose());
        _board.Dispose();
    }

    private TestHost Keep(TestHost host)
    {
        _hosts.Add(host);
        return host;
    }
}
