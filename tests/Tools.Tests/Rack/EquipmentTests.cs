using System.Net;
using System.Net.Sockets;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using VirtualBoard;
using VirtualBoard.Running;
using VirtualRack.Equipment;
using VirtualRack.Equipment.Devices;
using VirtualRack.Equipment.Services;
using VirtualRack.Equipment.Snmp;
using VirtualRack.Wiring;
using Xunit;

namespace Tools.Tests.Rack;

public sealed class EquipmentTests : IDisposable
{
    private readonly TimeBase _time = TimeBase.Virtual();
    private readonly Board _board;
    private readonly WiredEquipment _equipment;

    public EquipmentTests()
    {
        _board = new Board(time: _time);
        _equipment = Wire(Usual);
    }

    /// <summary>One of each kind, as a usual site has them.</summary>
    internal static EquipmentPlan Usual { get; } = new(
    [
        new("icmp", "switch1", "127.0.1.1", 22),
        new("snmp", "switch1-snmp", "127.0.1.1", 161, "switch1"),
        new("tcp", "switch1-ssh", "127.0.1.1", 22),
        new("icmp", "router1", "127.0.1.2", 0, "switch1"),
        new("bgp", "router1-bgp", "127.0.1.2", 179, "switch1-snmp"),
        new("http", "web", "127.0.1.3", 80, "router1"),
        new("dns", "ns1", "127.0.1.3", 53, "router1"),
        new("tcp", "cache", "127.0.1.4", 3323, "switch1", "router1"),
        new("snmp", "ups1", "127.0.1.5", 161),
        new("icmp", "far", "192.0.2.7", 0, "router1"),
    ])
    {
        Ports = [new("member1", "switch1-snmp", "Ethernet1/1", null), new("member2", "switch1-snmp", null, 7)],
    };

    public void Dispose()
    {
        _equipment.Dispose();
        _board.Dispose();
        _time.Dispose();
    }

    [Fact]
    public void TargetsOfOneAddressAreOneMachine()
    {
        Assert.Equal(["switch1", "router1", "web", "cache", "ups1"], _equipment.Hosts.Select(h => h.Name));
        Assert.Same(_equipment.HostOf("switch1"), _equipment.HostOf("switch1-ssh"));
        Assert.False(_equipment.Has("far"));
        Assert.IsType<VirtualSwitch>(Assert.Single(_equipment.HostOf("switch1").Devices));
        Assert.IsType<VirtualUps>(Assert.Single(_equipment.HostOf("ups1").Devices));
        Assert.Equal(0, _equipment.PortOf("router1"));
        Assert.NotEqual(0, _equipment.PortOf("switch1"));
        Assert.Equal(["member1", "member2"], _equipment.Ports.Keys);
        Assert.Equal((7, "Ethernet7"), (_equipment.Ports["member2"].Index, _equipment.Ports["member2"].InterfaceName));
    }

    [Fact]
    public void ManyRacksStandSideBySide()
    {
        using var other = Wire(Usual);

        Assert.NotEqual(_equipment.PortOf("web"), other.PortOf("web"));
    }

    [Fact]
    public async Task CommunitiesHaveNames()
    {
        var target = Usual.Targets[1] with { Values = new Dictionary<string, object?> { ["community"] = "noc" } };
        using var equipment = Wire(new EquipmentPlan([target]) { Communities = new Dictionary<string, string> { ["noc"] = "s3cret" } });
        using var client = new SnmpClient(equipment.Service<SnmpAgent>("switch1-snmp").EndPoint, "s3cret");

        Assert.Equal("switch1-snmp", await client.Value("1.3.6.1.2.1.1.5.0"));
    }

    [Fact]
    public async Task EachServiceTalksItsProtocol()
    {
        Assert.StartsWith("SSH-2.0-", await Say("switch1-ssh", null), StringComparison.Ordinal);
        Assert.Equal("", await Say("router1-bgp", null));
        Assert.StartsWith("HTTP/1.1 200 ", await Say("web", "HEAD / HTTP/1.1\r\nHost: ixp.example\r\n\r\n"), StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\nvirtual\n", await Say("web", "GET /x HTTP/1.0\r\n\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 405 ", await Say("web", "BREW / HTTP/1.1\r\n\r\n"), StringComparison.Ordinal);
        _equipment.Service<HttpService>("web").Status = 503;
        Assert.StartsWith("HTTP/1.1 503 ", await Say("web", "HEAD / HTTP/1.1\r\n\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 400 ", await Say("web", new string('x', 8192)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABannerOfTheSiteIsKept()
    {
        var target = new WiredTarget("tcp", "mail", IPAddress.Parse("127.0.1.6"), 25, [], new Dictionary<string, object?> { ["banner"] = "220 " });
        using var equipment = Wire(new EquipmentPlan([target]));

        Assert.StartsWith("220 ", await Say("mail", null, equipment), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "C00C000100010000003C0004C0000235")]
    [InlineData(28, "C00C001C00010000003C001020010DB8000000000000000000000035")]
    [InlineData(6, "C00C000600010000003C0018C00CC00C0000000100000E1000000258000151800000003C")]
    [InlineData(15, "")]
    public void NamesAreKnown(int type, string record)
    {
        string question = $"03777777076578616D706C6500{type:X4}0001";
        string expected = $"ABCD81800001000{(record.Length > 0 ? 1 : 0)}00000000{question}{record}";

        Assert.Equal(expected, Ns("ABCD01000001000000000000" + question));
        Assert.Equal(expected, Ns("ABCD01000001000000000001" + question + "0000291000000000000000"));
    }

    [Fact]
    public void ANameServerCanFail()
    {
        _equipment.Service<DnsService>("ns1").ResponseCode = 2;

        Assert.Equal("000180820001000000000000" + "016100" + "00010001", Ns("000100000001000000000000" + "016100" + "00010001"));
    }

    [Fact]
    public void NoQuestionMakesTheNameServerThrow() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(
        Gen.Choose(0, 255).Select(b => (byte)b).ArrayOf().ToArbitrary(),
        bytes =>
        {
            byte[] query = [0xAB, 0xCD, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, .. bytes];
            foreach (byte[] request in new[] { bytes, query })
            {
                byte[]? answer = _equipment.Service<DnsService>("ns1").Answer(request);
                Assert.True(answer is null || (answer[0], answer[1]) == (request[0], request[1]));
            }

            return true;
        }));

    [Fact]
    public async Task HostileBytesDoNotStopTheServices()
    {
        var random = new Random(3);
        for (int i = 0; i < 20; i++)
        {
            byte[] waste = new byte[random.Next(1, 200)];
            random.NextBytes(waste);
            foreach (string name in new[] { "web", "router1-bgp", "switch1-ssh" })
            {
                using var socket = await Connected(_equipment, name);
                await socket.SendAsync(waste, TestContext.Current.CancellationToken);
                socket.LingerState = new LingerOption(enable: true, seconds: 0);
            }
        }

        Assert.StartsWith("HTTP/1.1 200 ", await Say("web", "HEAD / HTTP/1.1\r\n\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("SSH-2.0-", await Say("switch1-ssh", null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AServiceThatIsDownRefusesAndComesBackOnItsPort()
    {
        using var standing = await Connected(_equipment, "cache");
        int port = _equipment.PortOf("cache");
        var service = _equipment.Service<GreetingService>("cache");
        service.IsDown = true;
        Assert.Equal(SocketError.ConnectionRefused, (await Assert.ThrowsAsync<SocketException>(() => Connected(_equipment, "cache"))).SocketErrorCode);
        Assert.Equal(0, await Ending(standing));
        service.IsDown = false;
        using var again = await Connected(_equipment, "cache");
        Assert.Equal(port, _equipment.PortOf("cache"));
    }

    [Fact]
    public async Task AnAgentThatIsDownIsSilentAndComesBackOnItsPort()
    {
        var agent = _equipment.Service<SnmpAgent>("ups1");
        using var client = new SnmpClient(agent.EndPoint);
        await client.Value("1.3.6.1.2.1.1.5.0");
        agent.IsDown = true;
        await client.SendRaw(client.Request(SnmpClient.Get, ["1.3.6.1.2.1.1.5.0"]));
        Assert.Null(await client.Hear(seconds: 1));
        agent.IsDown = false;
        Assert.Equal("ups1", await client.Value("1.3.6.1.2.1.1.5.0"));
    }

    [Fact]
    public void WhatIsBehindADeadMachineIsSilentUnlessThereIsAnotherWay()
    {
        _equipment.HostOf("router1").IsDown = true;
        Assert.Equal(["router1", "web"], Silent());
        _equipment.HostOf("switch1").IsDown = true;
        Assert.Equal(["switch1", "router1", "web", "cache"], Silent());
        _equipment.HostOf("router1").IsDown = false;
        Assert.Equal(["switch1", "router1", "web", "cache"], Silent());
        _equipment.HostOf("switch1").IsDown = false;
        Assert.Empty(Silent());
        Assert.False(_board.Link.To(IPAddress.Parse("127.0.1.3")).IsSilent);
    }

    [Fact]
    public void MachinesThatAreEachOthersParentsAreNotSilentByThemselves()
    {
        using var equipment = Wire(new EquipmentPlan(
        [
            new("icmp", "a1", "127.0.1.1"), new("icmp", "a2", "127.0.1.1", 0, "b1"), new("icmp", "b1", "127.0.1.2"), new("icmp", "b2", "127.0.1.2", 0, "a1"),
        ]));
        equipment.HostOf("a1").IsDown = true;
        Assert.True(equipment.HostOf("b1").IsSilent);
        equipment.HostOf("a1").IsDown = false;
        Assert.False(equipment.HostOf("b1").IsSilent);
    }

    [Fact]
    public void PortsAreFreeAfterwards()
    {
        var ports = _equipment.Hosts.SelectMany(h => h.Services.Values).Select(s => (Service: s, s.EndPoint)).ToList();
        Assert.Equal(8, ports.Count);
        ports[0].Service.IsDown = true;
        _equipment.Dispose();
        foreach (var (service, at) in ports)
        {
            bool isUdp = service is UdpService;
            using var socket = new Socket(AddressFamily.InterNetwork, isUdp ? SocketType.Dgram : SocketType.Stream, isUdp ? ProtocolType.Udp : ProtocolType.Tcp);
            socket.Bind(at);
        }
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void MistakesAreExplained(EquipmentPlan plan, string expected) =>
        Assert.Contains(expected, Assert.Throws<WiringException>(() => Wire(plan)).Message, StringComparison.Ordinal);

    public static TheoryData<EquipmentPlan, string> Mistakes() => new()
    {
        { new([new("telnet", "a", "127.0.1.1")]), "known are icmp, tcp, bgp, http, dns, snmp" },
        { new([new("tcp", "a", "127.0.1.1", 1), new("bgp", "a", "127.0.1.2", 1)]), "Two targets are called 'a'" },
        { new([new("snmp", "a", "127.0.1.1", 1)]) { Entities = [new("a", 1, "lux")] }, "'lux'" },
    };

    [Fact]
    public void AnAddressOfAnotherMachineIsExplained()
    {
        using var service = new BgpService();
        Assert.Contains("ifconfig lo0 alias 192.0.2.77", Assert.Throws<WiringException>(() => service.Open(IPAddress.Parse("192.0.2.77"))).Message, StringComparison.Ordinal);
        using var other = new BgpService();
        other.Open(IPAddress.Loopback);
        Assert.Contains($"Port {other.Port}", Assert.Throws<WiringException>(() => service.Open(IPAddress.Loopback, other.Port)).Message, StringComparison.Ordinal);
    }

    private static async Task<Socket> Connected(WiredEquipment equipment, string name)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(equipment.HostOf(name).Address, equipment.PortOf(name), TestContext.Current.CancellationToken);
        return socket;
    }

    /// <returns>0 for an end of either kind, close or reset.</returns>
    private static async Task<int> Ending(Socket socket)
    {
        try
        {
            return await socket.ReceiveAsync(new byte[1], TestContext.Current.CancellationToken);
        }
        catch (SocketException)
        {
            return 0;
        }
    }

    private WiredEquipment Wire(EquipmentPlan plan) => WiredRack.Wire(_board, [], plan: plan).Equipment!;

    private IEnumerable<string> Silent() => _equipment.Hosts.Where(h => h.IsSilent).Select(h => h.Name);

    private string Ns(string query) => Convert.ToHexString(_equipment.Service<DnsService>("ns1").Answer(Convert.FromHexString(query))!);

    /// <returns>What a service sends until it has sent a line's end or hangs up.</returns>
    private async Task<string> Say(string name, string? request, WiredEquipment? equipment = null)
    {
        using var socket = await Connected(equipment ?? _equipment, name);
        if (request is not null)
            await socket.SendAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        byte[] buffer = new byte[1000];
        int length = 0;
        int read;
        do
        {
            read = await socket.ReceiveAsync(buffer.AsMemory(length), TestContext.Current.CancellationToken);
            length += read;
        }
        while (read > 0 && (request is not null || buffer[length - 1] != '\n'));
        return Encoding.ASCII.GetString(buffer, 0, length);
    }
}
