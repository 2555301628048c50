using System.Net;
using FsCheck;
using FsCheck.Fluent;
using VirtualBoard.Running;
using VirtualRack.Equipment;
using VirtualRack.Equipment.Devices;
using VirtualRack.Wiring;
using VirtualRack.World;
using Xunit;
using World = VirtualRack.World;

namespace Tools.Tests.Rack;

public sealed class VirtualSwitchTests : IDisposable
{
    private const string Status = "1.3.6.1.2.1.2.2.1.8";
    private const string Errors = "1.3.6.1.2.1.2.2.1.14";
    private const string Names = "1.3.6.1.2.1.31.1.1.1.1";
    private const string In = "1.3.6.1.2.1.31.1.1.1.6";
    private const string Out = "1.3.6.1.2.1.31.1.1.1.10";
    private const string Speed = "1.3.6.1.2.1.31.1.1.1.15";
    private const string Discontinuity = "1.3.6.1.2.1.31.1.1.1.19";

    private static readonly WiredPort[] Members =
    [
        new("member1", "switch1", "Ethernet1/1", null),
        new("member2", "switch1", null, 7),
        new("member3", "switch1", "Ethernet1/3", null),
        new("member4", "switch1", "Ethernet1/4", null),
    ];

    private readonly TimeBase _time = TimeBase.Virtual();
    private readonly World.Rack _rack;
    private readonly VirtualSwitch _switch;
    private readonly SnmpClient _client;

    public VirtualSwitchTests()
    {
        _rack = new World.Rack(_time);
        _switch = new VirtualSwitch(_time, _rack, "switch1", Members, [new("switch1", 1006, "v")]);
        _switch.Agent.Open(IPAddress.Loopback);
        _client = new SnmpClient(_switch.Agent.EndPoint);
    }

    public void Dispose()
    {
        _client.Dispose();
        _switch.Agent.Dispose();
        _time.Dispose();
    }

    [Fact]
    public async Task ItTellsWhoItIs()
    {
        Assert.Equal("switch1", await _client.Value("1.3.6.1.2.1.1.5.0"));
        uint ticks = (uint)await _client.Value("1.3.6.1.2.1.1.3.0");
        Assert.InRange(ticks / 8_640_000.0, 20, 80);
        Assert.Equal((int)(ticks / 100), await _client.Value("1.3.6.1.6.3.10.2.1.3.0"));
    }

    [Fact]
    public async Task PortsAreWhereThePlanHasThem()
    {
        Assert.Equal(
            [
                (Names + ".7", "Ethernet7"), (Names + ".10001", "Ethernet1/1"), (Names + ".10002", "Ethernet1/3"), (Names + ".10003", "Ethernet1/4"),
                (Names + ".10004", "mgmt0"), (Names + ".10005", "vlan1"), (Names + ".10006", "spare1"), (Names + ".10007", (object)"spare2"),
            ],
            await _client.Walk(Names));
        Assert.Equal([1, 1, 1, 1, 1, 1, 2, 2], (await _client.Walk(Status)).Select(v => v.Value));
        Assert.All(await _client.Walk(Speed), v => Assert.Contains((uint)v.Value, new uint[] { 1000, 10_000 }));
        Assert.All(await _client.Walk(Discontinuity), v => Assert.Equal(0u, v.Value));
    }

    [Fact]
    public async Task TrafficPeaksInTheEveningAndWhatComesInGoesOut()
    {
        _time.RunFor(TimeSpan.FromHours(11));
        var (eveningIn, eveningOut) = await Rates();
        _time.RunFor(TimeSpan.FromHours(12));
        var (morningIn, morningOut) = await Rates();

        Assert.InRange(eveningIn / morningIn, 2, 6);
        Assert.Equal(eveningIn, eveningOut, eveningIn / 1e6);
        Assert.Equal(morningIn, morningOut, morningIn / 1e6);
    }

    [Fact]
    public void NoPortCarriesMoreThanItsSpeed()
    {
        for (int hour = 0; hour < 24; hour++)
        {
            var before = _switch.Ports.Select(p => (p.InOctets, p.OutOctets)).ToList();
            _time.RunFor(TimeSpan.FromSeconds(10));
            foreach (var (port, (wasIn, wasOut)) in _switch.Ports.Zip(before))
                Assert.True(Math.Max(port.InOctets - wasIn, port.OutOctets - wasOut) * 0.8 < port.Megabits * 1e6);
            _time.RunFor(TimeSpan.FromHours(1));
        }
    }

    [Fact]
    public void CountersNeverFallHoweverTimePassesAndPortsChange() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(30), Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            using var time = TimeBase.Virtual();
            var random = new Random(seed);
            var device = new VirtualSwitch(time, new World.Rack(time, new RackSettings { Seed = seed }), "switch1", Members, []);
            var before = device.Ports.Select(p => (p.InOctets, p.OutOctets, p.InErrors)).ToList();
            for (int step = 0; step < 60; step++)
            {
                time.RunFor(TimeSpan.FromMilliseconds(random.Next(1, random.Next(2, 100_000))));
                var after = device.Ports.Select(p => (p.InOctets, p.OutOctets, p.InErrors)).ToList();
                for (int i = 0; i < after.Count; i++)
                {
                    Assert.True(after[i].InOctets >= before[i].InOctets && after[i].OutOctets >= before[i].OutOctets && after[i].InErrors >= before[i].InErrors);
                    if (device.Ports[i].IsDown)
                        Assert.Equal(before[i], after[i]);
                }

                before = after;
                var changed = device.Ports[random.Next(device.Ports.Count)];
                changed.IsDown = random.Next(2) == 0;
                changed.ErrorsPerMinute = random.Next(100);
            }

            return true;
        }));

    [Fact]
    public void SameSeedSameTrafficHoweverOftenItIsRead()
    {
        var twin = new VirtualSwitch(_time, new World.Rack(_time), "switch1", Members, []);
        var other = new VirtualSwitch(_time, new World.Rack(_time, new RackSettings { Seed = 2 }), "switch1", Members, []);
        for (int i = 0; i < 100; i++)
        {
            _time.RunFor(TimeSpan.FromSeconds(7));
            _ = _switch.Ports[0].InOctets;
        }

        Assert.Equal(_switch.Ports.Select(p => (p.InOctets, p.OutOctets)), twin.Ports.Select(p => (p.InOctets, p.OutOctets)));
        Assert.NotEqual(_switch.Ports.Select(p => p.InOctets), other.Ports.Select(p => p.InOctets));
    }

    [Fact]
    public async Task APortThatIsDownStands()
    {
        var port = _switch.Ports[0];
        port.IsDown = true;
        Assert.Equal(2, await _client.Value(Status + ".10001"));
        object before = await _client.Value(In + ".10001");
        _time.RunFor(TimeSpan.FromMinutes(10));
        Assert.Equal(before, await _client.Value(In + ".10001"));
        port.IsDown = false;
        _time.RunFor(TimeSpan.FromMinutes(1));
        Assert.True((ulong)await _client.Value(In + ".10001") > (ulong)before);
    }

    [Fact]
    public async Task ErrorsComeAtTheirRate()
    {
        _switch.Ports[0].ErrorsPerMinute = 30;
        uint before = (uint)await _client.Value(Errors + ".10001");
        _time.RunFor(TimeSpan.FromMinutes(10));
        Assert.InRange((uint)await _client.Value(Errors + ".10001") - before, 299u, 301u);
    }

    [Fact]
    public async Task ARestartBeginsUptimeAndCountersAnew()
    {
        Assert.True((ulong)await _client.Value(In + ".10001") > 1_000_000_000_000);
        _switch.Restart();
        Assert.Equal(0u, await _client.Value("1.3.6.1.2.1.1.3.0"));
        Assert.Equal(0ul, await _client.Value(In + ".10001"));
        Assert.Equal(0ul, await _client.Value(Out + ".7"));
        Assert.Equal(0u, await _client.Value(Errors + ".7"));
        _time.RunFor(TimeSpan.FromSeconds(10));
        Assert.InRange((ulong)await _client.Value(In + ".10001"), 1_000ul, 10_000_000_000ul);
    }

    [Fact]
    public async Task ARestartMayNumberTheInterfacesOtherwise()
    {
        _switch.Restart(renumberedBy: 100);

        Assert.Equal("noSuchInstance", await _client.Value(Names + ".10001"));
        Assert.Equal("Ethernet1/1", await _client.Value(Names + ".10101"));
    }

    [Fact]
    public async Task ClearedCountersSaySince()
    {
        _time.RunFor(TimeSpan.FromMinutes(1));
        _switch.Ports[0].ClearCounters();
        object ticks = await _client.Value("1.3.6.1.2.1.1.3.0");

        Assert.Equal(0ul, await _client.Value(In + ".10001"));
        Assert.Equal(ticks, await _client.Value(Discontinuity + ".10001"));
        Assert.Equal(0u, await _client.Value(Discontinuity + ".7"));
    }

    [Fact]
    public async Task SensorsSeeTheRack()
    {
        Assert.Equal((8, 9, 1), (await Sensor(1, 1001), await Sensor(2, 1001), await Sensor(3, 1001)));
        int before = await Sensor(4, 1001);
        Assert.Equal((_rack.Look().InletCelsius + 4) * 10, before, 1.0);
        Assert.Equal((10, 9, 0), (await Sensor(1, 1002), await Sensor(2, 1002), await Sensor(3, 1002)));
        Assert.InRange(await Sensor(4, 1002), 1500, 5500);
        Assert.Equal((4, 8, 0, 1), (await Sensor(1, 1006), await Sensor(2, 1006), await Sensor(3, 1006), await Sensor(5, 1006)));
        Assert.Equal(_rack.Look().BusVolts * 1000, await Sensor(4, 1006), 2.0);

        _rack.Hot.IsOn = true;
        _time.RunFor(TimeSpan.FromMinutes(5));
        Assert.True(await Sensor(4, 1001) > before + 120);
    }

    [Theory]
    [InlineData("c", 8, 9, 1)]
    [InlineData("v", 4, 8, 0)]
    [InlineData("a", 5, 8, 0)]
    [InlineData("w", 6, 9, 0)]
    [InlineData("hz", 7, 9, 2)]
    [InlineData("rh", 9, 9, 0)]
    [InlineData("rpm", 10, 9, 0)]
    public async Task EveryUnitHasItsSensor(string unit, int type, int scale, int precision)
    {
        var device = new VirtualSwitch(_time, _rack, "switch2", [], [new("switch2", 5, unit)]);
        using var agent = device.Agent;
        agent.Open(IPAddress.Loopback);
        using var client = new SnmpClient(agent.EndPoint);

        Assert.Equal(type, await client.Value("1.3.6.1.2.1.99.1.1.1.1.5"));
        Assert.Equal(scale, await client.Value("1.3.6.1.2.1.99.1.1.1.2.5"));
        Assert.Equal(precision, await client.Value("1.3.6.1.2.1.99.1.1.1.3.5"));
        Assert.True((int)await client.Value("1.3.6.1.2.1.99.1.1.1.4.5") > 0);
    }

    [Fact]
    public void AUnitThatNoSensorHasIsExplained() => Assert.Contains(
        "'lux'", Assert.Throws<WiringException>(() => new VirtualSwitch(_time, _rack, "switch2", [], [new("switch2", 5, "lux")])).Message, StringComparison.Ordinal);

    private async Task<int> Sensor(int column, int index) => (int)await _client.Value($"1.3.6.1.2.1.99.1.1.1.{column}.{index}");

    /// <returns>Octets a second over all ports, as a collector would work them out.</returns>
    private async Task<(double In, double Out)> Rates()
    {
        var (beforeIn, beforeOut) = (await Sum(In), await Sum(Out));
        _time.RunFor(TimeSpan.FromMinutes(5));
        return ((await Sum(In) - beforeIn) / 300.0, (await Sum(Out) - beforeOut) / 300.0);
    }

    private async Task<ulong> Sum(string column) => (await _client.Walk(column)).Aggregate(0ul, (sum, v) => sum + (ulong)v.Value);
}
