using SystemTests.Support;
using VirtualRack.Faults;

namespace SystemTests;

/// <summary>A sensor that fails says so, stops nothing, and comes back by itself.</summary>
public sealed class SensorFaultTests
{
    [Theory]
    [InlineData("sensor-lost:inlet", "climate", "inlet", "c")]
    [InlineData("sensor-lost:ambient", "climate", "ambient", "rh")]
    [InlineData("sensor-lost:battery", "power", "battery", "v")]
    [InlineData("sensor-lost:mains", "power", "mains", "v")]
    [InlineData("bus-shorted", "climate", "exhaust", "c")]
    public async Task LostSensorIsToldAndComesBack(string fault, string group, string name, string suffix)
    {
        await using var running = await RunningSite.Start();
        await running.Inbox.Next(group, p => p[$"{name}_{suffix}"] is not null);

        FaultOrder.Parse(fault).Schedule(running.Site.Rack);
        var lost = await running.Inbox.Next(group, p => p[$"{name}_ok"] is { } ok && (int)ok == 0);
        Assert.Null(lost[$"{name}_{suffix}"]);
        await running.Inbox.Next("security", p => p["door_open"] is not null);

        FaultOrder.Parse(fault + "@0+0.1").Schedule(running.Site.Rack);
        await running.Inbox.Next(group, p => p[$"{name}_ok"] is { } ok && (int)ok == 1 && p[$"{name}_{suffix}"] is not null);
        Assert.Empty(running.Deaths);
    }

    [Fact]
    public async Task StuckI2cCostsOnlyWhatHangsOnIt()
    {
        await using var running = await RunningSite.Start();
        await running.Inbox.Next("climate", p => p["ambient_c"] is not null);

        FaultOrder.Parse("i2c-stuck").Schedule(running.Site.Rack);
        var climate = await running.Inbox.Next("climate", p => p["ambient_ok"] is { } ok && (int)ok == 0);
        Assert.NotNull(climate["inlet_c"]);
        var power = await running.Inbox.Next("power", p => p["battery_ok"] is { } ok && (int)ok == 0);
        Assert.NotNull(power["mains_v"]);
    }

    [Fact]
    public async Task OpenDoorIsToldAtOnce()
    {
        // With a report each minute, only the edge itself can bring the message in time.
        await using var running = await RunningSite.Start(s => s with { ReportSeconds = 3600 });
        await running.Inbox.Next("security", p => (int)p["door_open"]! == 0);

        FaultOrder.Parse("door-open").Schedule(running.Site.Rack);
        await running.Inbox.Next("security", p => (int)p["door_open"]! == 1);
    }

    [Fact]
    public async Task StoppedFanReadsZero()
    {
        await using var running = await RunningSite.Start();
        await running.Inbox.Next("cooling", p => p["fan1_rpm"] is { } rpm && (int)rpm > 0);

        FaultOrder.Parse("fan-stopped").Schedule(running.Site.Rack);
        var cooling = await running.Inbox.Next("cooling", p => p["fan1_rpm"] is { } rpm && (int)rpm == 0);
        Assert.True((int)cooling["fan2_rpm"]! > 0);
    }
}
