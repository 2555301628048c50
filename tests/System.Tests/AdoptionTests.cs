using System.Text.Json.Nodes;
using SystemTests.Support;
using VirtualRack.Chips;
using VirtualRack.Faults;

namespace SystemTests;

/// <summary>A new probe takes the place of a dead one by command.</summary>
public sealed class AdoptionTests
{
    private static readonly byte[] Rom = Ds18b20.RomOf(0x0BAD_CAFE);
    private static readonly string RomText = Convert.ToHexString(Rom);

    [Fact]
    public async Task NewProbeTakesThePlaceOfADeadOneAndKeepsItOverAPowerCut()
    {
        await using var running = await RunningSite.Start(beforeBoot: Plug);
        using var noc = await Noc.At(running);
        await running.Inbox.Next("climate", p => p["inlet_c"] is not null);
        FaultOrder.Parse("sensor-lost:inlet").Schedule(running.Site.Rack);
        await running.Inbox.Next("climate", p => p["inlet_ok"] is { } ok && (int)ok == 0);
        await running.Inbox.Next("meta", p => p["found"] is not null);

        var answer = await noc.Ask("adopt", "\"sensor\":\"inlet\"");
        Assert.Equal(
            (1, RomText, "28139BBB0B00001F"), ((int)answer["ok"]!, (string)answer["rom"]!, (string)answer["was"]!));
        await running.Inbox.Next("climate", p => IsInlet(p, 1));
        await running.Inbox.Next("meta", p => p["found"] is JsonArray { Count: 0 });

        running.Site.Board.PowerCut();
        running.Site.Board.PowerOn();
        await running.Inbox.Next("climate", p => IsInlet(p, 2));
        Assert.Empty(running.Deaths);
    }

    [Fact]
    public async Task WhatCannotBeAdoptedIsRefusedWithItsReason()
    {
        await using var running = await RunningSite.Start(beforeBoot: Plug);
        using var noc = await Noc.At(running);
        await running.Inbox.Next("climate", p => p["inlet_c"] is not null && p["exhaust_c"] is not null);
        await running.Inbox.Next("meta", p => p["found"] is not null);

        Noc.AssertRefused("needs \"sensor\"", await noc.Ask("adopt"));
        Noc.AssertRefused("needs \"sensor\"", await noc.Ask("adopt", "\"sensor\":1"));
        Noc.AssertRefused("no ds18b20 'attic'", await noc.Ask("adopt", "\"sensor\":\"attic\""));
        Noc.AssertRefused("no ds18b20 'ambient'", await noc.Ask("adopt", "\"sensor\":\"ambient\""));
        Noc.AssertRefused("not known to be dead", await noc.Ask("adopt", $"\"sensor\":\"inlet\",\"rom\":\"{RomText}\""));
        await Refuse("no ROM code", "\"28\"");
        await Refuse("no ROM code", "28");
        await Refuse("no ds18b20", "\"10139BBB0B00001F\"");
        await Refuse("wrong check byte", "\"28139BBB0B00001E\"");
        await Refuse("'inlet' already", "\"28139bbb0b00001f\"");
        await Refuse("'exhaust' already", "\"28e1a2c4080000a2\"");

        var second = new Ds18b20(running.Site.Board.Time, Ds18b20.RomOf(77), () => 20);
        running.Site.Board.OneWire.Attach(second);
        await noc.Ask("scan");
        Noc.AssertRefused("2 ds18b20", await noc.Ask("adopt", "\"sensor\":\"inlet\",\"force\":true"));
        running.Site.Board.OneWire.Detach(running.Site.Board.OneWire.Devices[^1]);
        running.Site.Board.OneWire.Detach(running.Site.Board.OneWire.Devices[^1]);
        await noc.Ask("scan");
        Noc.AssertRefused("no ds18b20 was found", await noc.Ask("adopt", "\"sensor\":\"inlet\",\"force\":1"));
        Assert.False(running.Site.Board.Flash.Exists("ixp/adopted"));

        async Task Refuse(string words, string rom) =>
            Noc.AssertRefused(words, await noc.Ask("adopt", $"\"sensor\":\"inlet\",\"force\":1,\"rom\":{rom}"));
    }

    [Fact]
    public async Task ProbesThatChangeSocketsAreThemselves()
    {
        await using var running = await RunningSite.Start();
        await running.Inbox.Next("climate", p => p["inlet_c"] is not null && p["exhaust_c"] is not null);
        var bus = running.Site.Board.OneWire;
        var first = bus.Devices[0];
        bus.Detach(first);
        await running.Inbox.Next("climate", p => p["inlet_ok"] is { } ok && (int)ok == 0 && p["exhaust_c"] is not null);
        bus.Attach(first);
        await running.Inbox.Next("climate", p => (int?)p["inlet_ok"] == 1 && p["inlet_c"] is not null && p["exhaust_c"] is not null);
    }

    private static void Plug(RunningSite running) =>
        running.Site.Board.OneWire.Attach(new Ds18b20(running.Site.Board.Time, Rom, () => 61));

    /// <summary>The reading is that of the new probe.</summary>
    private static bool IsInlet(JsonObject climate, int session) =>
        (int)climate["session"]! == session && climate["inlet_c"] is { } celsius && (double)celsius == 61;
}
