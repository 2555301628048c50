using System.Globalization;
using Ixp.Sites;
using Ixp.Telemetry;

namespace Ixp.Soak;

/// <summary>Months of outages by chance, in virtual time, and the account at their end.</summary>
public sealed class SoakRun(Site site, Board board, int seed)
{
    private const string JournalFolder = "ixp/journal";

    private static readonly TimeSpan DrainStep = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan DrainLimit = TimeSpan.FromHours(6);

    private readonly SoakPlan _plan = new(seed);
    private readonly int[] _happened = new int[Enum.GetValues<SoakEvent>().Length];

    /// <summary>A message arrived. Raised on the thread of the MQTT client.</summary>
    public event Action<TelemetryMessage>? Heard;

    /// <summary>Runs, and writes the account.</summary>
    /// <returns>True if all that is missing is explained, nothing waits and nothing died.</returns>
    public async Task<bool> Run(TimeSpan span, TextWriter output, CancellationToken cancellation)
    {
        var started = System.Diagnostics.Stopwatch.StartNew();
        await using var world = await OutageWorld.Start(site, board, cancellation, seed: seed);
        world.Watch.Arrived += message => Heard?.Invoke(message);
        while (world.Now < span)
        {
            cancellation.ThrowIfCancellationRequested();
            await world.Run(_plan.Calm());
            await Happen(world, _plan.Next());
        }

        // Everything stays well until nothing waits.
        long before = Newest(world);
        var drained = await world.RunUntil(() => Newest(world) != before && world.Account.Figure("outbox_count") == 0, DrainStep, DrainLimit);
        await world.Run(DrainStep);
        return Write(world, drained is not null, started.Elapsed, output);
    }

    private static long Newest(OutageWorld world) => ((world.Account.Figure("session") ?? 0) << 32) | (world.Account.Figure("seq") ?? 0);

    private async Task Happen(OutageWorld world, SoakEvent happening)
    {
        _happened[(int)happening]++;
        switch (happening)
        {
            case SoakEvent.PowerCut:
                await CutPower(world);
                break;
            case SoakEvent.LinkDown:
                world.Board.Link.IsUp = false;
                await Outage(world);
                world.Board.Link.IsUp = true;
                break;
            case SoakEvent.NetworkStalled:
                world.Board.Link.Relay.IsStalled = true;
                await world.Run(_plan.Moment());
                world.Board.Link.Relay.IsStalled = false;
                break;
            case SoakEvent.ConnectionReset:
                world.Board.Link.Relay.Reset();
                break;
            case SoakEvent.ClockJumped:
                world.Board.Clock.UtcNow += _plan.Jump();
                break;
            case SoakEvent.FlashRefused:
                world.Board.Flash.FailsWrites = true;
                await world.Run(_plan.Moment());
                world.Board.Flash.FailsWrites = false;
                break;
            case SoakEvent.BitsFlipped:
                world.Board.Link.IsUp = false;
                await Outage(world);
                FlipBits(world.Board.Flash);
                world.Board.Link.IsUp = true;
                break;
            default:
                await world.KillBroker();
                await Outage(world);
                await world.ReturnBroker();
                break;
        }
    }

    /// <summary>An outage, in the middle of which the power may fail, once or more.</summary>
    private async Task Outage(OutageWorld world)
    {
        await world.Run(_plan.Outage());
        while (_plan.OneIn(3))
        {
            await CutPower(world);
            await world.Run(_plan.Moment());
        }
    }

    /// <summary>The bits of one byte of the journal, if it is on flash.</summary>
    private void FlipBits(VirtualBoard.Storage.FlashStore flash)
    {
        string[] files = [.. flash.List(JournalFolder, directories: false).Order(StringComparer.Ordinal)];
        if (files.Length > 0)
        {
            string file = files[_plan.Below(files.Length)];
            flash.Corrupt(file, _plan.Below(flash.ReadFile(file).Length));
        }
    }

    private async Task CutPower(OutageWorld world)
    {
        world.Board.PowerCut();
        await world.Run(_plan.Moment());
        world.Board.PowerOn();
    }

    private bool Write(OutageWorld world, bool isDrained, TimeSpan elapsed, TextWriter output)
    {
        var sessions = world.Watch.Sessions();
        long missing = sessions.Sum(s => s.Missing);
        long told = ReportAccount.Reasons.Sum(world.Account.Told);
        output.WriteLine(Line($"{world.Now.TotalDays:0.0} days, seed {seed}, in {elapsed.TotalSeconds:0} s"));
        for (int i = 0; i < _happened.Length; i++)
            output.WriteLine(Line($"  {(SoakEvent)i,-16} {_happened[i],9}"));
        output.WriteLine(Line($"sessions           {sessions.Count,9}"));
        output.WriteLine(Line($"reports            {sessions.Sum(s => s.Last),9}"));
        output.WriteLine(Line($"duplicates         {sessions.Sum(s => s.Duplicates),9}"));
        output.WriteLine(Line($"missing            {missing,9}"));
        foreach (string reason in ReportAccount.Reasons)
            output.WriteLine(Line($"  {reason,-16} {world.Account.Told(reason),9}"));
        foreach (var session in sessions.Where(s => s.Missing > 0))
            output.WriteLine(Line($"  session {session.Session}: {session.Missing} of {session.Last} missing"));
        if (!isDrained)
            output.WriteLine(Line($"{world.Account.Figure("outbox_count")} reports still wait"));
        foreach (string death in world.Deaths)
            output.WriteLine("died: " + death);
        if (missing > told)
            output.WriteLine(Line($"{missing - told} numbers are missing without a reason"));
        return missing <= told && isDrained && world.Deaths.Count == 0;
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
