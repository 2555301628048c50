using SystemTests.Support;
using VirtualRack.Faults;

namespace SystemTests;

/// <summary>What a NOC can have a device do, beside changes of its configuration.</summary>
public sealed class CommandVerbTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task IdentifyStrobesForHalfAMinute()
    {
        await using var run = await Start();
        using var noc = await VirtualNoc.At(run);
        long from = run.Site.Board.Time.NowMicros;
        Assert.Equal(1, (int)(await noc.Ask("identify"))["ok"]!);
        await run.Run(20 * Second);
        var blinks = LedBlinks.Since(run.Site.Led!, from);
        Assert.InRange(blinks.Count, 150, 320);
        await run.Run(20 * Second);
        from = run.Site.Board.Time.NowMicros;
        await run.Run(12 * Second);
        Assert.InRange(LedBlinks.Since(run.Site.Led!, from).Count, 2, 40);
    }

    [Fact]
    public async Task RestartIsAnsweredToldAndThenCarriedOut()
    {
        await using var run = await Start();
        using var noc = await VirtualNoc.At(run);
        Assert.Equal(1, (int)(await noc.Ask("restart"))["ok"]!);
        await run.Run(60 * Second);
        Assert.Equal(2, run.Site.Board.Boots);
        Assert.Equal("command", (string)run.Last("status")["boot"]!);
        Assert.Contains("restart-command", Events.Names(run.All));
        Assert.Equal(0, (int)run.Last("health")["restarts_count"]!);
        Assert.True(run.Watch.IsComplete);
        Assert.Empty(run.Deaths);
    }

    [Fact]
    public async Task SelfTestTellsFiguresOfLedBusesStorageAndBroker()
    {
        await using var run = await Start();
        using var noc = await VirtualNoc.At(run);
        var answer = await noc.Ask("self-test");
        Assert.Equal((1, 1, 1, 1), ((int)answer["ok"]!, (int)answer["led"]!, (int)answer["storage"]!, (int)answer["broker"]!));
        Assert.InRange((int)answer["broker_ms"]!, 0, 5000);
        Assert.Equal((int)answer["sensors"]!, (int)answer["sensors_ok"]!);
        Assert.Equal(0, (int)answer["buses_stuck"]!);
        Assert.False(run.Site.Board.Flash.Exists("ixp/self-test"));
        Assert.Contains("self-test", Events.Names(run.All));

        run.Site.Board.Flash.FailsWrites = true;
        run.Site.Board.I2c[1].IsStuck = true;
        await run.Run(30 * Second);
        answer = await noc.Ask("self-test");
        Assert.Equal(0, (int)answer["storage"]!);
        Assert.Equal(1, (int)answer["buses_stuck"]!);
        Assert.True((int)answer["sensors_ok"]! < (int)answer["sensors"]!);
        Assert.Empty(run.Deaths);
    }

    [Fact]
    public async Task EnergyOfAMeterAndOfADeviceCounterBeginsAnew()
    {
        await using var run = await Start();
        using var noc = await VirtualNoc.At(run);
        FaultOrder.Parse("mains-lost@60+600").Schedule(run.Site.Rack);
        await run.Run(TimeSpan.FromMinutes(30));
        int mains = (int)run.Last("power")["mains_wh"]!;
        Assert.True(mains > 10);
        Assert.True(Math.Abs((double)run.Last("power")["battery_wh"]!) > 2);

        var answer = await noc.Ask("reset-energy", "\"meter\":\"mains\"");
        Assert.Equal(1, (int)answer["ok"]!);
        Assert.InRange(int.Parse((string)answer["was_wh"]!), mains, mains + 5);
        answer = await noc.Ask("reset-energy", "\"meter\":\"battery\"");
        Assert.Equal(1, (int)answer["ok"]!);
        await run.Run(20 * Second);
        Assert.InRange((int)run.Last("power")["mains_wh"]!, 0, 3);
        Assert.InRange((double)run.Last("power")["battery_wh"]!, -2, 2);

        run.Site.Board.PowerCut();
        run.Site.Board.PowerOn();
        await run.Run(60 * Second);
        Assert.InRange((double)run.Last("power")["battery_wh"]!, -2, 2);
        Noc.AssertRefused("'door' is none", await noc.Ask("reset-energy", "\"meter\":\"door\""));
        FaultOrder.Parse("sensor-lost:mains").Schedule(run.Site.Rack);
        Noc.AssertRefused("timeout", await noc.Ask("reset-energy", "\"meter\":\"mains\""));
        Assert.Empty(run.Deaths);
    }

    [Fact]
    public async Task GetTellsLinesAndValuesAndNoSecrets()
    {
        await using var run = await Start();
        using var noc = await VirtualNoc.At(run);
        var answer = await noc.Ask("get", "\"entry\":\"sensor\",\"name\":\"inlet\"");
        Assert.Equal(("ds18b20", "5"), ((string)answer["kind"]!, (string)answer["period"]!));
        answer = await noc.Ask("get", "\"entry\":\"alarm\",\"name\":\"inlet_c\"");
        Assert.Equal(("28.00", "60"), ((string)answer["high_warning"]!, (string)answer["trip_s"]!));
        answer = await noc.Ask("get", "\"entry\":\"broker\"");
        Assert.Equal(["host", "id", "keepalive", "ok", "port"], answer.Select(p => p.Key).Order());
        answer = await noc.Ask("get", "\"entry\":\"target\",\"name\":\"lg\",\"key\":\"host\"");
        Assert.Equal("127.0.0.14", (string)answer["value"]!);
        Noc.AssertRefused("no snmp ''", await noc.Ask("get", "\"entry\":\"snmp\""));
        Noc.AssertRefused("no 'rom'", await noc.Ask("get", "\"entry\":\"sensor\",\"name\":\"door\",\"key\":\"rom\""));
        Noc.AssertRefused("no target 'attic'", await noc.Ask("get", "\"entry\":\"target\",\"name\":\"attic\""));
        Noc.AssertRefused("needs \"entry\"", await noc.Ask("get"));
        answer = await noc.Ask("get", "\"what\":\"changes\"");
        Assert.Empty(answer["changes"]!.AsArray());
    }

    [Fact]
    public async Task BoardWithoutALightSaysSo()
    {
        await using var run = await VirtualRun.Start(TestSite.Read(), TestSite.Board with { LedPin = null });
        await run.Run(90 * Second);
        using var noc = await VirtualNoc.At(run);
        Noc.AssertRefused("no LED", await noc.Ask("identify"));
        Assert.Equal(0, (int)(await noc.Ask("self-test"))["led"]!);
    }

    [Fact]
    public async Task AcknowledgementOfWhatDoesNotStandIsRefused()
    {
        await using var run = await Start();
        using var noc = await VirtualNoc.At(run);
        Noc.AssertRefused("no alarm 'attic' stands", await noc.Ask("ack", "\"alarm\":\"attic\""));
        Noc.AssertRefused("needs \"alarm\"", await noc.Ask("ack"));
    }

    [Fact]
    public async Task WhatOutlivesAStartNeedsATime()
    {
        await using var running = await RunningSite.Start();
        using var noc = await Noc.At(running);
        await running.Inbox.Next("climate");
        Noc.AssertRefused("needs \"ts\"", await noc.Ask("restart"));
        Noc.AssertRefused("needs \"ts\"", await noc.Ask("set", "\"by\":\"a\",\"entry\":\"report\",\"key\":\"period\",\"value\":7"));
    }

    private static async Task<VirtualRun> Start()
    {
        var run = await VirtualRun.Start(TestSite.Read(), TestSite.Board);
        await run.Run(90 * Second);
        return run;
    }
}
