using System.Text;
using Ixp.Running;
using Ixp.Sites;
using Ixp.Telemetry;
using Mosquitto;
using Xunit;
using static Tools.Tests.Ixp.Samples;

namespace Tools.Tests.Ixp;

/// <summary>What the watch at a real broker makes of messages, and how a run ends by it.</summary>
public sealed class TelemetryTests : IAsyncLifetime
{
    private const string End = "probe/end";

    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TelemetryWatch _watch = new("demo", "demo-rack1");
    private Broker _broker = null!;
    private Mosquitto.Session _device = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _watch.Arrived += message =>
        {
            if (message.Path is End)
                _ended.TrySetResult();
        };
        _broker = await Broker.StartNew(cancellation: Cancellation);
        _device = await Mosquitto.Session.Open(_broker);
    }

    public ValueTask DisposeAsync()
    {
        _watch.Dispose();
        _device.Dispose();
        return _broker.DisposeAsync();
    }

    [Fact]
    public async Task Live_and_backlog_reports_are_one_account()
    {
        await Watch(
            ("climate", """{"session":7,"seq":1}"""),
            ("climate", """{"session":7,"seq":5}"""),
            ("backlog/climate", """[{"session":7,"seq":2},{"session":7,"seq":3}]"""),
            ("backlog/climate", """[{"session":7,"seq":3}]"""),
            ("power", """{"session":8,"seq":1}"""));

        Assert.Equal([(7, 5, 1, 1), (8, 1, 0, 0)], _watch.Sessions());
        Assert.False(_watch.IsComplete);
    }

    [Fact]
    public async Task What_the_broker_kept_is_no_news()
    {
        await Send("status", """{"online":1,"session":1}""", retain: true);
        await Send("climate", """{"session":1,"seq":9}""", retain: true);
        var kept = new List<string>();
        _watch.Arrived += message =>
        {
            if (message.WasRetained)
                kept.Add(message.Path);
        };

        await Watch();

        Assert.Equal(["climate", "status"], kept.Order(StringComparer.Ordinal));
        Assert.Empty(_watch.Sessions());
        Assert.Equal(1, _watch.Messages);
        Assert.False(_watch.Online.IsCompleted);
        Assert.Equal(["climate"], _watch.MissingOf(["climate", End]));
    }

    [Fact]
    public async Task No_JSON_is_counted_and_what_has_no_number_is_none()
    {
        await Watch(("climate", "{"), ("power", """{"session":"1","seq":1}"""), ("backlog/power", "[1,null]"), ("meta", "7"));

        Assert.Equal((5, 1), (_watch.Messages, _watch.Unreadable));
        Assert.Empty(_watch.Sessions());
    }

    [Fact]
    public async Task Online_is_told_by_a_live_status()
    {
        await Watch(("status", """{"online":1,"session":1}"""));

        Assert.True(_watch.Online.IsCompletedSuccessfully);
    }

    [Theory]
    [InlineData("""{"session":1,"seq":1}""", true, null)]
    [InlineData("""{"session":1,"seq":2}""", false, "session 1: reports 1 to 2, 1 missing, 0 repeated")]
    [InlineData("""{}""", false, null)]
    [InlineData("{", false, "1 messages were no JSON")]
    public async Task A_run_is_good_when_all_came_readable_and_without_gaps(string climate, bool isGood, string? reason)
    {
        await Watch(("status", "{}"), ("meta", "{}"), ("health", "{}"), ("climate", climate));

        Assert.Equal(isGood, Summary().IsGood);
        var text = new StringWriter();
        Summary().Write(text);
        Assert.Contains(reason ?? "4 of 4 topics", text.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(isGood ? "\ncomplete\n" : "\nNOT complete\n", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_without_a_topic_of_the_contract_is_not_good()
    {
        await Watch(("status", "{}"), ("meta", "{}"), ("climate", """{"session":1,"seq":1}"""));

        Assert.Equal(["health"], Summary().Missing);
        Assert.False(Summary().IsGood);
        Assert.Equal(["health", "traffic"], Summary(new PortEntry("a", "s", "1", null, true, false), new PortEntry("b", "s", "2", null, true, false)).Missing);
    }

    private RunSummary Summary(params IReadOnlyList<PortEntry> ports) => new(GoodSite with { Sensors = [GoodSite.Sensors[0]], Targets = [], Ports = ports }, _watch);

    /// <summary>Lets the watch listen, sends, and waits until the last of it has come.</summary>
    private async Task Watch(params (string Path, string Text)[] messages)
    {
        await _watch.Start(_broker.Host, _broker.Port, Cancellation);
        foreach (var (path, text) in messages)
            await Send(path, text);
        await Send(End, "{}");
        await _ended.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
    }

    private Task Send(string path, string text, bool retain = false) =>
        _device.PublishAndWait("ixp/v1/demo/demo-rack1/" + path, Encoding.UTF8.GetBytes(text), retain: retain);
}
