using SystemTests.Support;

namespace SystemTests;

/// <summary>Each command is answered, and none is carried out that is retained, old, repeated or not to be read.</summary>
public sealed class CommandTests
{
    [Fact]
    public async Task WhatMustNotBeCarriedOutIsRefusedAndAnswered()
    {
        await using var running = await RunningSite.Start();
        using var noc = await Noc.At(running);
        await running.Inbox.Next("climate", p => p["ts"] is not null);
        long now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();

        noc.Send("scan", $$"""{"id":"old","ts":{{now - 400}}}""");
        Noc.AssertRefused("too old", await noc.Answer("old"));
        noc.Send("scan", $$"""{"id":"ahead","ts":{{now + 400}}}""");
        Noc.AssertRefused("clocks", await noc.Answer("ahead"));
        noc.Send("dance", $$"""{"id":"same","ts":{{now}}}""");
        Noc.AssertRefused("known are scan, adopt, identify, ack, get, set, confirm, reset-energy, self-test, restart", await noc.Answer("same"));
        noc.Send("dance", $$"""{"id":"same","ts":{{now}}}""");
        Noc.AssertRefused("seen before", await noc.Answer("same"));
        noc.Send("scan", "{}");
        Noc.AssertRefused("needs \"id\"", await noc.Answer(""));
        noc.Send("scan", "{\"id\":\"x\",\"y\":[1]}");
        Noc.AssertRefused("not readable", await noc.Answer(""));
        noc.Send("scan", "\0\u0001{]\uFFFF");
        Noc.AssertRefused("not readable", await noc.Answer(""));
        noc.Send("scan", new string(' ', 5000));
        Noc.AssertRefused("more than 1024 bytes", await noc.Answer(""));

        // Another device's, an empty one and one that is no verb are none of its business.
        int answers = running.Inbox.Seen.Count(m => m.Path is "result");
        noc.Send("dance", "{\"id\":\"other\"}", device: "demo-rack2");
        noc.Send("scan", "");
        noc.Send("SCAN", "{\"id\":\"shout\"}");
        await noc.Ask("dance");
        Assert.Equal(answers + 1, running.Inbox.Seen.Count(m => m.Path is "result"));

        await running.Inbox.Complete();
        Assert.Empty(running.Deaths);
    }

    [Fact]
    public async Task RetainedCommandIsRefusedAtEachConnection()
    {
        await using var running = await RunningSite.Start(beforeBoot: r =>
        {
            using var noc = Noc.At(r).GetAwaiter().GetResult();
            noc.Send("dance", "{\"id\":\"kept\"}", retain: true);
            r.Inbox.Next("cmd/dance").GetAwaiter().GetResult();
        });
        using var noc = await Noc.At(running);
        Noc.AssertRefused("retained", await noc.Answer("kept"));

        running.Site.Board.PowerCut();
        running.Site.Board.PowerOn();
        Noc.AssertRefused("retained", await noc.Answer("kept"));
    }

    [Fact]
    public async Task CommandsAreHeardOnEachNewConnection()
    {
        await using var running = await RunningSite.Start();
        await running.Inbox.Next("climate");
        for (int i = 0; i < 2; i++)
        {
            await running.Broker.Stop();
            await running.Return();
            await running.Inbox.Next("status", p => (int)p["online"]! == 1);
            using var noc = await Noc.At(running);
            noc.Send("dance", $$"""{"id":"again{{i}}"}""");
            Noc.AssertRefused("unknown command", await noc.Answer($"again{i}"));
        }

        Assert.Empty(running.Deaths);
    }

    [Fact]
    public async Task FloodIsAnsweredOrCountedAndTelemetryGoesOn()
    {
        await using var running = await RunningSite.Start();
        using var noc = await Noc.At(running);
        await running.Inbox.Next("climate", p => p["ts"] is not null);
        for (int i = 0; i < 200; i++)
            noc.Send("dance", $$"""{"id":"flood{{i}}"}""");
        await running.Inbox.Next("climate");
        Noc.AssertRefused("unknown command", await noc.Ask("dance"));
        await running.Inbox.Complete();
        Assert.Empty(running.Deaths);
    }
}
