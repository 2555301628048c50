using System.Net;
using VirtualBoard.Running;
using VirtualRack.Equipment.Devices;
using VirtualRack.World;
using Xunit;
using World = VirtualRack.World;

namespace Tools.Tests.Rack;

public sealed class VirtualUpsTests : IDisposable
{
    private readonly TimeBase _time = TimeBase.Virtual();
    private readonly World.Rack _rack;
    private readonly VirtualUps _ups;
    private readonly SnmpClient _client;

    public VirtualUpsTests()
    {
        _rack = new World.Rack(_time, new RackSettings { SagsPerDay = 0 });
        _ups = new VirtualUps(_time, _rack, "ups1");
        _ups.Agent.Open(IPAddress.Loopback);
        _client = new SnmpClient(_ups.Agent.EndPoint);
    }

    public void Dispose()
    {
        _client.Dispose();
        _ups.Agent.Dispose();
        _time.Dispose();
    }

    [Fact]
    public async Task OnMainsAllIsWell()
    {
        Assert.Equal("ups1", await _client.Value("1.3.6.1.2.1.1.5.0"));
        Assert.Equal(3, await Value("4.1.0"));
        Assert.Equal(2, await Value("2.1.0"));
        Assert.Equal(0, await Value("2.2.0"));
        Assert.Equal(100, await Value("2.4.0"));
        Assert.InRange(await Value("2.3.0"), 500, 1000);
        Assert.InRange(await Value("3.3.1.2.1"), 495, 505);
        Assert.Equal(_rack.Look().MainsVolts, await Value("3.3.1.3.1"), 1.0);
        Assert.Equal(_rack.Look().BusVolts * 10, await Value("2.5.0"), 1.0);
        Assert.Equal(0u, await _client.Value("1.3.6.1.2.1.33.1.6.1.0"));
    }

    [Fact]
    public async Task WithoutMainsItRunsOnBatteryByItselfUntilThatIsEmpty()
    {
        int full = await Value("2.3.0");
        _rack.MainsFailed.IsOn = true;
        _time.RunFor(TimeSpan.FromHours(2));
        Assert.Equal(5, await Value("4.1.0"));
        Assert.Equal(7200, await Value("2.2.0"));
        Assert.Equal(0, await Value("3.3.1.3.1"));
        Assert.InRange(await Value("2.4.0"), 75, 95);
        Assert.InRange(await Value("2.3.0"), full * 0.7, full * 0.95);
        Assert.InRange(await Value("2.6.0"), -90, -50);
        Assert.Equal(1u, await _client.Value("1.3.6.1.2.1.33.1.3.1.0"));
        Assert.Equal(1u, await _client.Value("1.3.6.1.2.1.33.1.6.1.0"));

        _time.RunFor(TimeSpan.FromHours(20));
        Assert.Equal(2, await Value("4.1.0"));
        Assert.Equal(4, await Value("2.1.0"));
        Assert.Equal(0, await Value("4.4.1.2.1"));

        _rack.MainsFailed.IsOn = false;
        _time.RunFor(TimeSpan.FromHours(1));
        Assert.Equal(3, await Value("4.1.0"));
        Assert.Equal(0, await Value("2.2.0"));
    }

    [Fact]
    public async Task ARestartForgetsTheFailures()
    {
        _rack.MainsFailed.IsOn = true;
        _rack.MainsFailed.IsOn = false;
        Assert.Equal(1u, await _client.Value("1.3.6.1.2.1.33.1.3.1.0"));
        _ups.Restart();
        Assert.Equal(0u, await _client.Value("1.3.6.1.2.1.33.1.3.1.0"));
        Assert.Equal(0u, await _client.Value("1.3.6.1.2.1.1.3.0"));
    }

    private async Task<int> Value(string suffix) => (int)await _client.Value("1.3.6.1.2.1.33.1." + suffix);
}
