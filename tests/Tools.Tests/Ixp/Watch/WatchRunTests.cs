using System.Text.Json.Nodes;
using Ixp.Commands;
using Ixp.Watch;
using Mosquitto;
using Tools.Tests.Ixp.Enroll;
using Xunit;

namespace Tools.Tests.Ixp.Watch;

/// <summary>The command at a real broker, with the accounts that enrolling made.</summary>
public sealed class WatchRunTests : IDisposable
{
    private const string Root = "ixp/v1/demo/demo-rack1/";

    private readonly EnrollBench _bench = new();
    private readonly AwaitedWriter _output = new();
    private readonly AwaitedWriter _error = new();
    private readonly CancellationTokenSource _end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _end.Dispose();
        _bench.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_line_for_each_change(bool tls)
    {
        _bench.Enroll(tls: tls);
        await using var broker = await _bench.Start(Cancellation);
        using var device = await Device(tls);
        await device.Say(Root + "status", """{"online":1,"session":17,"ts":1795246961,"boot":"power"}""", retain: true);
        await device.Say(Root + "alarm/switch1", """{"ts":1795246961,"session":17,"seq":1,"severity":3,"state":"down","since":1795246957,"text":"switch1 does not answer"}""", retain: true);
        var run = Watch(Options(tls));

        // What the broker kept may come in any order; the last of it is complete.
        await _output.Line(l => l is { } && (int?)l["online"] == 1 && (int?)l["severity"] == 3 && (string?)l["worst"]!["item"] == "switch1");
        await device.Say(Root + "climate", """{"ts":1795246962,"session":17,"seq":2,"inlet_c":21}""");
        await device.Say(Root + "status", "no JSON");
        await device.Say(Root + "alarm/switch1", """{"ts":1795246963,"session":17,"seq":3,"severity":0,"state":"ok","since":1795246963}""", retain: true);
        var line = await _output.Next();
        Assert.Equal((0, 0, 1), ((int)line["severity"]!, (int)line["alarms"]!, (int)line["online"]!));
        Assert.True((long)line["age_s"]! >= 0);

        await _end.CancelAsync();
        Assert.Equal(0, await run);
        AssertNoSecret();
    }

    [Fact]
    public async Task A_rack_that_becomes_better_than_the_filter_is_told_once_more()
    {
        _bench.Enroll();
        await using var broker = await _bench.Start(Cancellation);
        using var device = await Device(tls: false);
        var run = Watch(Options(tls: false) with { Filter = new RackFilter("", 3) });
        await _error.Text("connected");
        await device.Say(Root + "alarm/a", """{"severity":2}""");
        await device.Say(Root + "alarm/a", """{"severity":3}""");
        Assert.Equal(3, (int)(await _output.Next())["severity"]!);
        await device.Say(Root + "alarm/a", """{"severity":2}""");
        Assert.Equal(2, (int)(await _output.Next())["severity"]!);
        await device.Say(Root + "alarm/a", """{"severity":1}""");
        await device.Say(Root + "alarm/a", """{"severity":4}""");
        Assert.Equal(4, (int)(await _output.Next())["severity"]!);
        await _end.CancelAsync();
        Assert.Equal(0, await run);
    }

    [Fact]
    public async Task A_broker_that_comes_back_is_heard_again()
    {
        _bench.Enroll();
        await using var broker = await _bench.Start(Cancellation);
        var run = Watch(Options(tls: false));
        await _error.Text("connected");
        await broker.Kill();
        await _error.Text("is lost");
        await broker.Start(Cancellation);
        await _error.Text("connected");
        using var device = await Device(tls: false);
        await device.Say(Root + "status", """{"online":1,"session":17,"ts":1795246961,"boot":"power"}""");
        Assert.Equal(1, (int)(await _output.Next())["online"]!);
        await _end.CancelAsync();
        Assert.Equal(0, await run);
    }

    [Fact]
    public async Task Seconds_end_it_with_0_and_without_the_broker_with_2()
    {
        _bench.Enroll();
        await using var broker = await _bench.Start(Cancellation);
        Assert.Equal(0, await Watch(Options(tls: false) with { Seconds = 1 }));

        var run = Watch(Options(tls: false) with { Seconds = 3 });
        await _error.Text("connected");
        await _error.Text("connected");
        await broker.Kill();
        Assert.Equal(2, await run);
    }

    [Fact]
    public async Task The_table_is_printed_once_where_there_is_no_terminal()
    {
        Assert.SkipUnless(Console.IsOutputRedirected, "there is a terminal");
        _bench.Enroll();
        await using var broker = await _bench.Start(Cancellation);
        using var device = await Device(tls: false);
        await device.Say(Root + "status", """{"online":1,"session":17,"ts":1795246961,"boot":"power"}""", retain: true);
        Assert.Equal(0, await Watch(Options(tls: false) with { IsJson = false, Seconds = 1 }));
        Assert.Contains("demo/demo-rack1", _output.All, StringComparison.Ordinal);
        AssertNoSecret();
    }

    [Fact]
    public async Task Who_is_refused_is_told_why_without_the_password()
    {
        _bench.Enroll(tls: true);
        await using var broker = await _bench.Start(Cancellation);
        File.WriteAllText(_bench.At("wrong.json"), """{ "user": "noc", "password": "canary7f3a" }""");
        using var stranger = new EnrollBench();
        stranger.Enroll(tls: true);

        string complaint = await Refused(Options(tls: true) with { Account = _bench.At("wrong.json") });
        Assert.Contains("refuses the connection: it does not know this user with this password", complaint, StringComparison.Ordinal);
        Assert.DoesNotContain("canary7f3a", complaint, StringComparison.Ordinal);
        Assert.Contains("it does not know this user", await Refused(Options(tls: true) with { Account = null }), StringComparison.Ordinal);
        Assert.Contains("its certificate is not one of --tls, or made out to another host", await Refused(Options(tls: true) with { CaFile = stranger.At("trusted.pem") }), StringComparison.Ordinal);
        Assert.Contains("its certificate is not one of --tls, or made out to another host", await Refused(Options(tls: true) with { Host = "localhost" }), StringComparison.Ordinal);
        Assert.Contains("cannot be reached", await Refused(Options(tls: true) with { Port = LoopbackPort.Pick() }), StringComparison.Ordinal);
        Assert.Contains("holds no certificate", await Refused(Options(tls: true) with { CaFile = _bench.At("wrong.json") }), StringComparison.Ordinal);
        Assert.Contains("cannot be read", await Refused(Options(tls: true) with { CaFile = _bench.At("none.pem") }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--broker", "127.0.0.1:99999")]
    [InlineData("--broker", "127.0.0.1:1", "--account", "/no/such/file")]
    [InlineData("--broker", "127.0.0.1:1", "--json", "--seconds", "1")]
    public async Task The_command_ends_with_2(params string[] arguments) =>
        Assert.Equal(2, await WatchCommand.Create().Parse(arguments).InvokeAsync(cancellationToken: Cancellation));

    private WatchOptions Options(bool tls) => new()
    {
        Host = "127.0.0.1",
        Port = _bench.NocPort,
        CaFile = tls ? _bench.At("trusted.pem") : null,
        Account = _bench.At("broker/noc.secrets.json"),
        IsJson = true,
    };

    private Task<int> Watch(WatchOptions options) => new WatchRun(options, _output, _error).Run(_end.Token);

    private async Task<string> Refused(WatchOptions options) => (await Assert.ThrowsAsync<CommandLineException>(() => Watch(options))).Message;

    private Task<BrokerClient> Device(bool tls)
    {
        var client = new BrokerClient("demo-rack1", "demo-rack1", _bench.Password());
        return (tls ? client.WithTls(_bench.At("trusted.pem")) : client).Connected(_bench.Port);
    }

    private void AssertNoSecret()
    {
        Assert.DoesNotContain(_bench.Noc().Password, _output.All + _error.All, StringComparison.Ordinal);
        Assert.DoesNotContain(_bench.Password(), _output.All + _error.All, StringComparison.Ordinal);
    }
}
