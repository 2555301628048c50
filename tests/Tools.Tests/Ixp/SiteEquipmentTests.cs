using System.Net;
using System.Net.Sockets;
using System.Text;
using Ixp.Running;
using Ixp.Sites;
using VirtualBoard.Running;
using Xunit;

namespace Tools.Tests.Ixp;

/// <summary>A virtual site has machines to probe, and its device knows where they answer.</summary>
public sealed class SiteEquipmentTests : IDisposable
{
    private readonly TimeBase _time = TimeBase.Virtual();

    public void Dispose() => _time.Dispose();

    [Fact]
    public void Targets_on_this_PC_become_machines_with_ports_of_their_own()
    {
        using var site = Virtual(Tcp("web", "127.0.2.1", 80), Tcp("far", "192.0.2.1", 80), new TargetEntry("icmp", "switch1", "127.0.2.2", 0, 5, 500));
        int port = site.Rack.Equipment!.PortOf("web");

        Assert.Equal(["web", "switch1"], site.Rack.Equipment.Hosts.Select(h => h.Name));
        Assert.Contains($"name=web host=127.0.2.1 port={port} ", Packed(site), StringComparison.Ordinal);
        Assert.Contains("name=far host=192.0.2.1 port=80 ", Packed(site), StringComparison.Ordinal);
        Assert.Contains("name=switch1 host=127.0.2.2 period=", Packed(site), StringComparison.Ordinal);
    }

    [Fact]
    public void The_broker_is_no_machine_of_the_site()
    {
        using var site = Virtual(Tcp("broker", Samples.GoodSite.Broker.Host, Samples.GoodSite.Broker.Port));

        Assert.Null(site.Rack.Equipment);
    }

    [Fact]
    public void What_listens_already_is_probed_itself()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        using var site = Virtual(Tcp("server1", "127.0.0.1", port));

        Assert.Null(site.Rack.Equipment);
        Assert.Contains($"name=server1 host=127.0.0.1 port={port} ", Packed(site), StringComparison.Ordinal);
    }

    [Fact]
    public void The_ports_are_free_when_the_site_is_gone()
    {
        var site = Virtual(Tcp("web", "127.0.2.1", 80));
        var at = site.Rack.Equipment!.Hosts[0].Services["web"].EndPoint;
        site.Dispose();

        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(at);
    }

    private static TargetEntry Tcp(string name, string host, int port) => new("tcp", name, host, port, 5, 500);

    private static string Packed(VirtualSite site)
    {
        site.Provision();
        return Encoding.ASCII.GetString(site.Board.Flash.ReadFile("ixp/site.conf")!);
    }

    private VirtualSite Virtual(params TargetEntry[] targets) => new(Samples.GoodSite with { Targets = targets }, Samples.GoodBoard, _time);
}
