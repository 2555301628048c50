using Ixp.Sites;
using Ixp.Soak;
using SystemTests.Support;

namespace SystemTests.Faults;

/// <summary>Outages of a day and of a week.</summary>
public sealed class LongOutageTests(ITestOutputHelper output) : FaultTest
{
    private const int OneWayMs = 150;

    /// <summary>The demonstration rack with a report a minute. The targets answer: what has no value takes no room.</summary>
    private static Site Rack { get; } = TestSite.Read() with
    {
        ReportSeconds = 60,
        Sensors = [.. TestSite.Read().Sensors.Select(s => s with { PeriodSeconds = 60 })],
        Targets = [.. TestSite.Read().Targets.Where(t => t.Name is not "broker").Concat(More()).Select(AMinute)],
    };

    [Fact]
    public async Task DayOfTheDemonstrationRackDrainsInHalfAnHour()
    {
        await using var world = await Start(Rack);
        await world.Run(5 * Minute);
        await world.KillBroker();
        await world.Run(TimeSpan.FromHours(24));
        world.Board.Link.Relay.DelayIn = world.Board.Link.Relay.DelayOut = TimeSpan.FromMilliseconds(OneWayMs);
        long before = world.Watch.Sessions()[0].Last;
        long bytes = world.Board.Link.Relay.BytesOut;
        await world.ReturnBroker();
        var took = await Drain(world);

        await AssertNothingIsMissing(world);
        Assert.Equal(0, ReportAccount.Reasons.Sum(world.Account.Told));
        output.WriteLine($"{world.Watch.Sessions()[0].Last - before} reports, {world.Account.Backlogs} arrays, {world.Board.Link.Relay.BytesOut - bytes} bytes in {took.TotalMinutes:0.0} min, {world.Watch.Sessions()[0].Duplicates} of them twice");
        Assert.True(took < 30 * Minute, $"{took}");
    }

    /// <summary>The full rack on little flash: there is room for two days of it.</summary>
    [Fact]
    public async Task WeekWithoutABrokerIsThinnedAndAccountedFor()
    {
        var (site, board) = SoakSite.Read();
        await using var world = await Start(site, board);
        await world.Run(5 * Minute);
        await world.KillBroker();
        await world.Run(TimeSpan.FromDays(7));
        await world.ReturnBroker();
        var took = await Drain(world);

        var (_, last, missing, duplicates) = Assert.Single(world.Watch.Sessions());
        output.WriteLine($"{last} reports, {world.Account.Figure("journaled_count")} journaled, {world.Account.Figure("drained_count")} drained in {took.TotalMinutes:0.0} min, {missing} missing, {duplicates} twice");
        output.WriteLine(string.Join(", ", ReportAccount.Reasons.Select(r => $"{r} {world.Account.Told(r)}")));
        Assert.True(world.Account.Told("thinned_count") > 0);
        Assert.Equal(missing, ReportAccount.Reasons.Sum(world.Account.Told));
        Assert.Equal(missing, world.Account.Told("thinned_count"));
        Assert.Empty(world.Deaths);
    }

    private static TargetEntry AMinute(TargetEntry target) =>
        (target.Number("poll_s") is null ? target : target.With("poll_s", 60)) with { PeriodSeconds = 60 };

    /// <summary>Members of the exchange, so that there are twelve targets.</summary>
    private static IEnumerable<TargetEntry> More() =>
        Enumerable.Range(1, 5).Select(n => new TargetEntry("icmp", $"member{n}", $"127.0.0.{20 + n}", 0, PeriodSeconds: 60, TimeoutMs: 1000));
}
