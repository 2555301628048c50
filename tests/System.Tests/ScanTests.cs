using System.Text.Json.Nodes;
using SystemTests.Support;
using VirtualRack.Chips;

namespace SystemTests;

/// <summary>Parts that are plugged in and not configured stand in <c>meta</c>, after the start and when asked.</summary>
public sealed class ScanTests
{
    private static readonly byte[] Rom = Ds18b20.RomOf(0x0BAD_CAFE);

    [Fact]
    public async Task WhatIsNotConfiguredIsListedAfterTheStartAndWhenAsked()
    {
        Ds18b20? probe = null;
        await using var running = await RunningSite.Start(beforeBoot: r =>
        {
            var board = r.Site.Board;
            probe = new Ds18b20(board.Time, Rom, () => 20);
            board.OneWire.Attach(probe);
            board.I2c[1].Attach(0x45, new Sht4x(board.Time, () => 20, () => 50));
        });
        using var noc = await Noc.At(running);
        string found = await Found(running);
        Assert.Equal(
            $$"""[{"bus":"1-wire","rom":"{{Convert.ToHexString(Rom)}}","part":"ds18b20"},{"bus":"i2c1","address":"0x45","part":"sht4x"}]""",
            found);

        var answer = await noc.Ask("scan");
        Assert.Equal((1, 2, 1), ((int)answer["ok"]!, (int)answer["found"]!, (int)answer["complete"]!));

        running.Site.Board.OneWire.Detach(probe!);
        running.Site.Board.I2c[1].Detach(0x45);
        answer = await noc.Ask("scan");
        Assert.Equal((1, 0, 1), ((int)answer["ok"]!, (int)answer["found"]!, (int)answer["complete"]!));
        Assert.Equal("[]", await Found(running));
        Assert.Empty(running.Deaths);
    }

    [Fact]
    public async Task BoardWithoutConfiguredProbesIsSearchedAllTheSame()
    {
        await using var running = await RunningSite.Start(
            s => s with { Sensors = [.. s.Sensors.Where(x => x.Kind.Name is "contact")] },
            r => r.Site.Board.OneWire.Attach(new Ds18b20(r.Site.Board.Time, Rom, () => 20)));
        Assert.Equal(
            $$"""[{"bus":"1-wire","rom":"{{Convert.ToHexString(Rom)}}","part":"ds18b20"}]""",
            await Found(running));
    }

    [Fact]
    public async Task ShortedBusIsScannedAsFarAsItGoes()
    {
        await using var running = await RunningSite.Start();
        using var noc = await Noc.At(running);
        await Found(running);
        running.Site.Board.OneWire.IsShorted = true;
        running.Site.Board.I2c[1].IsStuck = true;
        var answer = await noc.Ask("scan");
        Assert.Equal((1, 0, 0), ((int)answer["ok"]!, (int)answer["found"]!, (int)answer["complete"]!));
        Assert.Empty(running.Deaths);
    }

    private static async Task<string> Found(RunningSite running)
    {
        JsonObject meta = await running.Inbox.Next("meta", p => p["found"] is not null);
        return meta["found"]!.ToJsonString();
    }
}
