using VirtualBoard;
using VirtualBoard.Running;
using VirtualRack.Chips;
using VirtualRack.Equipment.Services;
using VirtualRack.Equipment.Snmp;
using VirtualRack.Faults;
using VirtualRack.Wiring;
using Xunit;

namespace Tools.Tests.Rack;

public sealed class FaultTests : IDisposable
{
    private readonly TimeBase _time = TimeBase.Virtual();
    private readonly Board _board;
    private readonly WiredRack _wired;

    public FaultTests()
    {
        _board = new Board(time: _time);
        _wired = WiredRack.Wire(_board, WiringTests.Usual, plan: EquipmentTests.Usual);
    }

    public void Dispose()
    {
        _wired.Equipment!.Dispose();
        _board.Dispose();
        _time.Dispose();
    }

    [Theory]
    [InlineData("hot", "hot", null, 0, null)]
    [InlineData("sensor-lost:inlet", "sensor-lost", "inlet", 0, null)]
    [InlineData("mains-lost@20", "mains-lost", null, 20, null)]
    [InlineData("mains-lost@20+0.5", "mains-lost", null, 20, 0.5)]
    [InlineData("crc-error:rack@1+2", "crc-error", "rack", 1, 2.0)]
    [InlineData("hot+9", "hot", null, 0, 9.0)]
    public void OrdersAreRead(string text, string name, string? target, double start, double? duration) =>
        Assert.Equal(
            new FaultOrder(name, target, TimeSpan.FromSeconds(start), duration is { } d ? TimeSpan.FromSeconds(d) : null),
            FaultOrder.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("@3")]
    [InlineData("hot@")]
    [InlineData("hot@-1")]
    [InlineData("hot@x")]
    [InlineData("hot+1e9")]
    [InlineData("hot@1+2+3")]
    [InlineData("sensor-lost:")]
    [InlineData("hot@99999999999999999999999999")]
    public void MalformedOrdersAreExplained(string text) =>
        Assert.Contains("name@20", Assert.Throws<WiringException>(() => FaultOrder.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void AFaultBeginsAndEndsAtItsTime()
    {
        Order("mains-lost@20+10");
        Pass(19.9);
        Assert.False(_wired.Rack.MainsFailed.IsOn);
        Pass(0.2);
        Assert.True(_wired.Rack.MainsFailed.IsOn);
        Assert.Equal(0, _wired.Rack.Look().MainsVolts);
        Pass(10);
        Assert.False(_wired.Rack.MainsFailed.IsOn);
    }

    /// <summary>Each name, and the sign by which it shows.</summary>
    public static TheoryData<string, Func<WiredRack, bool>> Signs() => new()
    {
        { "mains-lost", r => r.Rack.Look().MainsVolts == 0 },
        { "mains-sag", r => r.Rack.Look().MainsVolts < 160 },
        { "battery-off", r => r.Rack.BatteryOff.IsOn },
        { "hot", r => r.Rack.Look().InletCelsius > 35 },
        { "humid", r => r.Rack.Look().DewPointCelsius > 18 },
        { "door-open", r => r.Chip<DryContact>("door").IsActive },
        { "leak", r => r.Chip<DryContact>("leak").IsActive },
        { "smoke", r => r.Rack.Condition("smoke").IsOn },
        { "tamper", r => r.Rack.Condition("tamper").IsOn },
        { "fan-stopped", r => r.Rack.Look().FanRpm[0] == 0 },
        { "fan-stopped:2", r => r.Rack.Look().FanRpm[1] == 0 && r.Rack.Look().FanRpm[0] > 0 },
        { "fan-stopped:fan3", r => r.Rack.Look().FanRpm[2] == 0 },
        { "sensor-lost", r => r.Chip<Ds18b20>("inlet").HasFault("absent") },
        { "sensor-lost:mains", r => r.Chip<Pzem004t>("mains").Faults == PzemFaults.Absent },
        { "bus-shorted", r => r.Board.OneWire.IsShorted },
        { "i2c-stuck", r => r.Board.I2c[1].IsStuck && r.Board.I2c[2].IsStuck },
        { "i2c-stuck:2", r => !r.Board.I2c[1].IsStuck && r.Board.I2c[2].IsStuck },
        { "i2c-stuck:1", r => r.Board.I2c[1].IsStuck && !r.Board.I2c[2].IsStuck },
        { "network-lost", r => !r.Board.Link.IsUp },
        { "dns-lost", r => !r.Board.Link.HasDns },
        { "time-lost", r => !r.Board.Link.HasTimeServer },
        { "switch-down", r => Silent(r, "switch1") && Silent(r, "web") && !Silent(r, "ups1") },
        { "switch-down:ups1", r => Silent(r, "ups1") && !Silent(r, "switch1") },
        { "router-down", r => Silent(r, "router1") && Silent(r, "ns1") && !Silent(r, "switch1") },
        { "host-down:web", r => Silent(r, "ns1") && !Silent(r, "router1") },
        { "service-down:cache", r => r.Equipment!.Service<GreetingService>("cache").IsDown },
        { "service-down:ups1", r => r.Equipment!.Service<SnmpAgent>("ups1").IsDown },
        { "port-down:member2", r => r.Equipment!.Ports["member2"].IsDown && !r.Equipment.Ports["member1"].IsDown },
        { "slow:web", r => r.Equipment!.HostOf("web").Path.Delay == TimeSpan.FromMilliseconds(300) },
        { "lossy:router1-bgp", r => r.Equipment!.HostOf("router1").Path.LossPercent == 40 },
        { "crc-error:rack", r => r.Chip<Sht4x>("rack").Faults == Sht4xFaults.CrcError },
        { "weak-pull-up:fan1", r => r.Chip<FanTach>("fan1").Faults == FanTachFaults.WeakPullUp },
    };

    [Theory]
    [MemberData(nameof(Signs))]
    public void EveryFaultShowsAndHeals(string order, Func<WiredRack, bool> shows)
    {
        Assert.False(shows(_wired));
        Order(order + "@1+300");
        Pass(300);
        Assert.True(shows(_wired));
        Pass(900);
        Assert.False(shows(_wired));
    }

    [Fact]
    public void EveryRackFaultHasATest() => Assert.Empty(
        RackFaults.All.Select(f => f.Name).Except(Signs().Select(row => row.Data.Item1.Split(':')[0])).Except(["brown-out", "power-cut", "switch-restart"]));

    [Fact]
    public void BrownOutLosesTheCalibration()
    {
        var ina = new I2cMaster(_board.I2c[1].At(0x41)!);
        ina.Write(5, 0x0A, 0x00);
        Order("brown-out:battery");
        Assert.Equal("0000", Convert.ToHexString(ina.WriteRead(5, 2)!));
    }

    [Theory]
    [InlineData("switch-restart", "switch1-snmp")]
    [InlineData("switch-restart:switch1", "switch1-snmp")]
    [InlineData("switch-restart:ups1", "ups1")]
    public void ARestartBeginsTheUptimeAnew(string order, string restarted)
    {
        Order(order + "@5");
        Pass(10);
        foreach (string name in new[] { "switch1-snmp", "ups1" })
            Assert.Equal(name == restarted, _wired.Equipment!.Service<SnmpAgent>(name).UptimeTicks == 500);
    }

    [Fact]
    public void WithoutEquipmentItsFaultsAreExplained()
    {
        using var board = new Board(time: _time);
        var bare = WiredRack.Wire(board, WiringTests.Usual);
        foreach (string order in new[] { "switch-down", "router-down", "host-down:a", "service-down:a", "port-down:a", "switch-restart", "slow:a", "lossy:a" })
            Assert.Contains("no equipment", Assert.Throws<WiringException>(() => FaultOrder.Parse(order).Schedule(bare)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PowerCutSwitchesTheBoardOffAndOn()
    {
        _board.PowerOn();
        Order("power-cut@1+5");
        Pass(2);
        Assert.False(_board.IsOn);
        Pass(5);
        Assert.True(_board.IsOn);
    }

    [Theory]
    [InlineData("mains-last", "mains-lost")]
    [InlineData("sensor-lost:nobody", "inlet, exhaust")]
    [InlineData("crc-eror:rack", "crc-error")]
    [InlineData("fan-stopped:9", "1 to 3")]
    [InlineData("i2c-stuck:7", "1 or 2")]
    [InlineData("host-down", "switch1, switch1-snmp, switch1-ssh, router1")]
    [InlineData("switch-down:nobody", "switch1, switch1-snmp")]
    [InlineData("service-down:router1", "host-down:router1")]
    [InlineData("service-down", "Which one?")]
    [InlineData("port-down", "member1, member2")]
    [InlineData("switch-restart:router1", "take an snmp target")]
    [InlineData("slow", "Which one?")]
    public void WrongOrdersAreExplained(string order, string expected) =>
        Assert.Contains(expected, Assert.Throws<WiringException>(() => Order(order)).Message, StringComparison.Ordinal);

    private static bool Silent(WiredRack wired, string target) => wired.Board.Link.To(wired.Equipment!.HostOf(target).Address).IsSilent;

    private void Order(string text) => FaultOrder.Parse(text).Schedule(_wired);

    private void Pass(double seconds) => _time.RunFor(TimeSpan.FromSeconds(seconds));
}
