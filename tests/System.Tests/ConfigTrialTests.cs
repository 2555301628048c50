using System.Text.Json.Nodes;
using Ixp.Sites;
using SystemTests.Support;

namespace SystemTests;

/// <summary>A change of the configuration by command is on trial until it is confirmed over a connection that was made by it.</summary>
public sealed class ConfigTrialTests(ITestOutputHelper output)
{
    private const string Limit = "high_warning";
    private const string Changes = "ixp/changes";
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static Site Site { get; } = TestSite.Read() with
    {
        Broker = new BrokerEntry("127.0.0.1", 1883, KeepAliveSeconds: 30),
        ReportSeconds = 20,
        Sensors = [.. TestSite.Read().Sensors.Where(s => s.Name is "inlet" or "door").Select(s => s with { PeriodSeconds = 5 })],
        Targets = [.. TestSite.Read().Targets.Where(t => t.Name is "switch1").Select(t => t with { PeriodSeconds = 30 })],
        Ports = [],
    };

    [Fact]
    public async Task ConfirmedChangeStays()
    {
        await using var run = await Start();
        using var noc = await VirtualNoc.At(run);
        var answer = await noc.Set("alarm", "inlet_c", Limit, "\"28.5\"");
        Assert.Equal((1, "28.00", "28.50", 600), ((int)answer["ok"]!, (string)answer["was"]!, (string)answer["value"]!, (int)answer["confirm_s"]!));
        byte[] before = run.Site.Board.Flash.ReadFile(FlashText.Config);
        await run.Run(Minute);

        Assert.Equal("config", (string)run.Last("status")["boot"]!);
        var told = Assert.Single(Events.Of(run.All), e => (string)e["event"]! == "config-trial");
        Assert.Equal("change", (string)told["item"]!);
        Assert.Equal(28.5, HighWarning(run));
        Assert.InRange((int)run.Last("health")["trial_s"]!, 400, 599);
        Assert.Equal(before, run.Site.Board.Flash.ReadFile(FlashText.Config));
        Assert.Equal("28.50", (string)(await noc.Ask("get", "\"entry\":\"alarm\",\"name\":\"inlet_c\",\"key\":\"high_warning\""))["value"]!);

        answer = await noc.Ask("confirm", "\"change\":\"change\"");
        Assert.Equal((1, "change"), ((int)answer["ok"]!, (string)answer["change"]!));
        var after = await run.Run(15 * Minute);
        Assert.Contains("config-confirmed", Events.Names(run.All));
        Assert.Equal(0, (int)run.Last("health")["trial_s"]!);
        Assert.DoesNotContain(after, m => m.Path == "status");
        run.Site.Board.PowerCut();
        run.Site.Board.PowerOn();
        await run.Run(2 * Minute);
        Assert.Equal(28.5, HighWarning(run));
        Assert.Equal(run.Site.Board.Flash.ReadFile(FlashText.Config), run.Site.Board.Flash.ReadFile(FlashText.Good));
        Assert.Equal("confirmed alice alarm inlet_c high_warning 28.00 28.50", Told((await noc.Ask("get", "\"what\":\"changes\""))["changes"]![0]!));
        Assert.True(run.Watch.IsComplete);
        Assert.Empty(run.Deaths);
    }

    [Fact]
    public async Task UnconfirmedChangeRollsBackByItselfAndALateConfirmationIsRefused()
    {
        await using var run = await Start();
        using var noc = await VirtualNoc.At(run);
        byte[] before = run.Site.Board.Flash.ReadFile(FlashText.Config);
        await noc.Set("alarm", "inlet_c", Limit, "30");
        await run.Run(9 * Minute);
        Assert.Equal(30, HighWarning(run));
        Assert.Equal(2, run.Site.Board.Boots);
        await run.Run(3 * Minute);
        Assert.Equal(3, run.Site.Board.Boots);
        Assert.Contains("config-rolled-back", Events.Names(run.All));
        Assert.Equal("config", (string)run.Last("status")["boot"]!);
        Assert.Equal(28, HighWarning(run));
        Assert.Equal(before, run.Site.Board.Flash.ReadFile(FlashText.Config));
        Refused("no change is on trial", await noc.Ask("confirm", "\"change\":\"change\""));
        await run.Run(30 * Minute);
        Assert.Equal(3, run.Site.Board.Boots);
        Assert.Equal("rolled-back alice alarm inlet_c high_warning 28.00 30.00", Told((await noc.Ask("get", "\"what\":\"changes\""))["changes"]![0]!));
        Assert.True(run.Watch.IsComplete);
        Assert.Empty(run.Deaths);
    }

    [Theory]
    [InlineData("broker", "port", "9")]
    [InlineData("broker", "host", "\"192.0.2.9\"")]
    public async Task ChangeThatCutsTheConnectionIsRolledBackAndNothingIsMissing(string entry, string key, string value)
    {
        await using var run = await Start();
        using var noc = await VirtualNoc.At(run);
        await noc.Set(entry, "", key, value, more: ",\"within_s\":120");
        await run.Run(90 * Second);
        Assert.Equal(2, run.Site.Board.Boots);
        Assert.Equal(1, (int)run.Last("status")["session"]!);
        Assert.Null(await noc.TryAsk("confirm", "\"change\":\"change\""));
        await run.Run(6 * Minute);
        Assert.Equal(1, (int)run.Last("status")["online"]!);
        Assert.Equal(3, (int)run.Last("status")["session"]!);
        Assert.Contains("config-rolled-back", Events.Names(run.All));
        await run.Run(5 * Minute);
        Assert.True(run.Watch.IsComplete);
        Assert.Empty(run.Deaths);
    }

    [Fact]
    public async Task DeviceThatRestartsOnTrialIsOnTrialStillAndItsTimeGoesOn()
    {
        await using var run = await Start();
        using var noc = await VirtualNoc.At(run);
        await noc.Set("alarm", "inlet_c", Limit, "30");
        await run.Run(4 * Minute);
        Cycle(run);
        await run.Run(Minute);
        Assert.Equal(30, HighWarning(run));
        Assert.InRange((int)run.Last("health")["trial_s"]!, 200, 330);
        Assert.Equal(1, (int)(await noc.Ask("confirm", "\"change\":\"change\""))["ok"]!);

        await noc.Set("alarm", "inlet_c", Limit, "31", "second");
        await run.Run(4 * Minute);
        Cycle(run);
        await run.Run(8 * Minute);
        Assert.Equal(30, HighWarning(run));
        Assert.Contains("config-rolled-back", Events.Names(run.All));
        Assert.Empty(run.Deaths);
    }

    [Fact]
    public async Task PowerThatIsAwayForLongerThanTheTrialEndsIt()
    {
        await using var run = await Start();
        using var noc = await VirtualNoc.At(run);
        await noc.Set("alarm", "inlet_c", Limit, "30");
        await run.Run(2 * Minute);
        run.Site.Board.PowerCut();
        await run.Run(60 * Minute);
        run.Site.Board.PowerOn();
        await run.Run(2 * Minute);
        Assert.Equal(28, HighWarning(run));
        Assert.Contains("config-rolled-back", Events.Names(run.All));
    }

    [Fact]
    public async Task DeviceThatDiesOnTrialAgainAndAgainGivesItUp()
    {
        await using var run = await Start();
        using var noc = await VirtualNoc.At(run);
        await noc.Set("alarm", "inlet_c", Limit, "30");
        for (int i = 0; i < 12; i++)
        {
            await run.Run(7 * Second);
            Cycle(run);
        }

        await run.Run(15 * Minute);
        Assert.Equal(28, HighWarning(run));
        Assert.Contains("config-rolled-back", Events.Names(run.All));
        Assert.Equal(0, (int)run.Last("health")["boot_rung"]!);
    }

    [Fact]
    public async Task ChangeThatCannotBeStartedIsRolledBackAtOnce()
    {
        await using var run = await Start();
        using var noc = await VirtualNoc.At(run);
        run.Site.Board.PowerCut();
        run.Site.Board.Flash.WriteSealed(
            Changes,
            "ixp-config 1\nchange id=x by=bob ts=0 entry=sensor name=inlet key=group value=attic was=climate decimals=-1 state=trial left=600 until=0\n");
        run.Site.Board.PowerOn();
        await run.Run(2 * Minute);
        Assert.Equal("config", (string)run.Last("status")["boot"]!);
        Assert.Equal(0, (int)run.Last("health")["boot_rung"]!);
        Assert.NotNull(run.Last("climate")["inlet_c"]);
        Assert.Equal("rolled-back bob sensor inlet group climate attic", Told((await noc.Ask("get", "\"what\":\"changes\""))["changes"]![0]!));
        Assert.Empty(run.Deaths);
    }

    [Fact]
    public async Task OneChangeAtATimeAndItIsConfirmedByItsIdAfterItsRestart()
    {
        await using var run = await Start();
        using var noc = await VirtualNoc.At(run);
        await noc.Set("alarm", "inlet_c", Limit, "30");
        await run.Run(Minute);
        Refused("'change' by alice is on trial", await noc.Set("report", "", "period", "30", "second"));
        Refused("on trial is \"change\":\"change\"", await noc.Ask("confirm", "\"change\":\"second\""));
        Assert.Equal(2, run.Site.Board.Boots);
        await noc.Ask("confirm", "\"change\":\"change\"");
        Refused("no change is on trial", await noc.Ask("confirm", "\"change\":\"change\""));
        Refused("seen before", await noc.Set("alarm", "inlet_c", Limit, "29"));
        var answer = await noc.Set("report", "", "period", "30", "third");
        Assert.Equal((1, "20", "30"), ((int)answer["ok"]!, (string)answer["was"]!, (string)answer["value"]!));
        await run.Run(Minute);
        Refused("sent before the device started", await noc.Ask("confirm", "\"change\":\"third\"", ageSeconds: 200));
        Assert.Equal(1, (int)(await noc.Ask("confirm", "\"change\":\"third\""))["ok"]!);
        Assert.Equal(30, HighWarning(run));
        Assert.Empty(run.Deaths);
    }

    [Fact]
    public async Task WhatMustNotBeChangedOrCannotBeIsRefusedWithItsReason()
    {
        await using var run = await Start();
        using var noc = await VirtualNoc.At(run);
        byte[] before = run.Site.Board.Flash.ReadFile(FlashText.Config);
        int asked = 0;
        await Refuse("at the site only", "site", "", "device", "\"other\"");
        await Refuse("at the site only", "board", "", "led", "5");
        await Refuse("at the site only", "pin", "", "function", "\"i2c\"");
        await Refuse("at the site only", "secrets", "", "password", "\"x\"");
        await Refuse("at the site only", "sensor", "inlet", "rom", "\"28139BBB0B00001F\"");
        await Refuse("at the site only", "sensor", "door", "gpio", "5");
        await Refuse("at the site only", "sensor", "inlet", "c_offse", "5");
        await Refuse("is one of low_critical", "alarm", "inlet_c", "high_warnin", "5");
        await Refuse("a metric such as", "alarm", "attic_c", "high_warning", "5");
        await Refuse("\"key\" is one of", "target", "switch1", "community", "\"core\"");
        await Refuse("\"key\" is one of", "target", "switch1", "name", "\"x\"");
        await Refuse("\"key\" is one of", "broker", "", "password", "\"x\"");
        await Refuse("no sensor 'attic'", "sensor", "attic", "period", "5");
        await Refuse("no target 'attic'", "target", "attic", "period", "5");
        await Refuse("needs \"name\"", "sensor", "", "period", "5");
        await Refuse("leave out \"name\"", "report", "x", "period", "5");
        await Refuse("no whole number from 1 to 3600", "sensor", "inlet", "period", "0");
        await Refuse("no whole number from 1 to 3600", "report", "", "period", "\"often\"");
        await Refuse("at most 2 decimals", "alarm", "inlet_c", Limit, "\"28.555\"");
        await Refuse("at most 2 decimals", "alarm", "inlet_c", Limit, "\"warm\"");
        await Refuse("do not rise", "alarm", "inlet_c", Limit, "40");
        await Refuse("no IPv4 address", "target", "switch1", "host", "\"switch\"");
        await Refuse("no target that could", "target", "switch1", "parents", "\"router9\"");
        await Refuse("circle", "target", "switch1", "parents", "\"switch1\"");
        await Refuse("needs 'host='", "broker", "", "host", "\"\"");
        await Refuse("needs 'gateway='", "network", "", "address", "\"192.0.2.7\"");
        await Refuse("no whole number from -720", "time", "", "utc_offset_min", "9999");
        await Refuse("it is so already", "alarm", "inlet_c", Limit, "28");
        await Refuse("would not end", "alarm", "inlet_c", "hysteresis", "15");
        await Refuse("no metric and no target", "alarm", "inlet_c", "inhibit", "\"attic_c\"");
        await Refuse("within_s", "alarm", "inlet_c", Limit, "30", ",\"within_s\":5");
        Refused("needs \"by\"", await noc.Ask("set", "\"entry\":\"report\",\"key\":\"period\",\"value\":7"));
        Refused("needs \"value\"", await noc.Ask("set", "\"by\":\"a\",\"entry\":\"report\",\"key\":\"period\""));
        Assert.Equal(before, run.Site.Board.Flash.ReadFile(FlashText.Config));
        Assert.False(run.Site.Board.Flash.Exists(Changes));
        Assert.Equal(1, run.Site.Board.Boots);
        Assert.Empty(run.Deaths);

        async Task Refuse(string words, string entry, string name, string key, string value, string more = "") =>
            Refused(words, await noc.Set(entry, name, key, value, $"r{++asked}", more));
    }

    [Fact]
    public async Task TenChangesAreKept()
    {
        await using var run = await Start();
        using var noc = await VirtualNoc.At(run);
        for (int i = 1; i <= 11; i++)
        {
            await noc.Set("alarm", "inlet_c", Limit, i % 2 == 1 ? $"\"28.{i:00}\"" : "\"\"", $"s{i}");
            await run.Run(20 * Second);
            await noc.Ask("confirm", $"\"change\":\"s{i}\"");
        }

        var changes = (await noc.Ask("get", "\"what\":\"changes\""))["changes"]!.AsArray();
        Assert.Equal(Enumerable.Range(2, 10).Reverse().Select(i => $"s{i}"), changes.Select(c => (string)c!["id"]!));
        Assert.Equal("confirmed alice alarm inlet_c high_warning  28.11", Told(changes[0]!));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task PowerFailsBeforeEachWriteOfAChange(bool isConfirmed)
    {
        await using var run = await Start(Site with { Targets = [], ReportSeconds = 30 });
        using var noc = await VirtualNoc.At(run);
        var flash = run.Site.Board.Flash;
        double stands = 28;
        int stayed = 0;
        int cuts = 0;
        while (true)
        {
            double wanted = stands < 28.5 ? 29 : 28;
            flash.PowerCutAtWrite = flash.Writes + cuts + 1;
            await noc.TryAsk("set", $"\"by\":\"alice\",\"entry\":\"alarm\",\"name\":\"inlet_c\",\"key\":\"{Limit}\",\"value\":{wanted},\"within_s\":60", $"cut{cuts}");
            await run.Run(30 * Second);
            if (isConfirmed && flash.PowerCutAtWrite is not null)
                await noc.TryAsk("confirm", $"\"change\":\"cut{cuts}\"");
            await run.Run(2 * Minute);
            bool wasCut = flash.PowerCutAtWrite is null;
            flash.PowerCutAtWrite = null;
            run.Site.Board.PowerOn();
            await run.Run(3 * Minute);

            // Settled, in full, by one of the two, and by the same after another cut.
            Assert.Equal(0, (int)run.Last("health")["boot_rung"]!);
            Assert.Equal(0, (int)run.Last("health")["trial_s"]!);
            double now = HighWarning(run);
            Assert.Contains(now, new[] { stands, wanted });
            Cycle(run);
            await run.Run(75 * Second);
            Assert.Equal(now, HighWarning(run));
            Assert.True(isConfirmed || now == stands);
            stayed += now == wanted ? 1 : 0;
            stands = now;
            if (!wasCut)
                break;
            cuts++;
        }

        output.WriteLine($"{cuts} cuts, {stayed} changes stayed");
        Assert.Equal(isConfirmed, stayed > 0);
        Assert.InRange(cuts, 10, 300);
        Assert.Empty(run.Deaths);
    }

    private static async Task<VirtualRun> Start(Site? site = null)
    {
        var run = await VirtualRun.Start(site ?? Site, TestSite.Board with { LedPin = null });
        await run.Run(90 * Second);
        return run;
    }

    private static void Cycle(VirtualRun run)
    {
        run.Site.Board.PowerCut();
        run.Site.Board.PowerOn();
    }

    private static double HighWarning(VirtualRun run) =>
        (double)run.Last("meta")["metrics"]!.AsArray().Single(m => (string)m!["name"]! == "inlet_c")!["limits"]!["high_warning"]!;

    private static void Refused(string words, JsonObject answer) => Noc.AssertRefused(words, answer);

    private static string Told(JsonNode change) => string.Join(
        ' ', new[] { "state", "by", "entry", "name", "key", "was", "value" }.Select(k => (string)change[k]!));
}
