using Appliance.Core.Supervision;
using SystemTests.Support;

namespace SystemTests;

/// <summary>Workers that hang or only fail are helped, then the device is; and never too often.</summary>
public sealed class SupervisorTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public void WorkerThatFailsForEverGetsTwoThreadsThenTheDeviceIsRestarted()
    {
        var worker = new ScriptedWorker("broken", _ => throw new InvalidOperationException("broken"));
        using var bench = new SupervisionBench(worker);
        bench.Run(TimeSpan.FromSeconds(60));
        Assert.Equal(2, bench.Supervisor.Replacements);
        Assert.Equal(1, bench.Board.Boots);
        bench.Run(TimeSpan.FromSeconds(20));
        Assert.Equal(["power", "failing-worker"], bench.Starts);
        Assert.False(bench.Boot.Ledger.IsGood);
        Assert.Empty(bench.Deaths);
    }

    [Fact]
    public void WorkerThatHangsForEverGetsTwoThreadsThenTheDeviceIsRestarted()
    {
        ScriptedWorker worker = null!;
        worker = new ScriptedWorker("hanging", _ => worker.Hang());
        var other = new ScriptedWorker("sound", _ => { });
        using var bench = new SupervisionBench(worker, other);
        bench.Run(TimeSpan.FromSeconds(80));
        Assert.Equal(3, worker.Steps);
        Assert.InRange(other.Steps, 75, 81);
        Assert.Equal(1, bench.Board.Boots);
        bench.Run(TimeSpan.FromSeconds(40));
        Assert.Equal(["power", "stuck-worker"], bench.Starts);
        Assert.Empty(bench.Deaths);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void RestartsAreCappedAndTheOthersGoOn(bool hangs)
    {
        ScriptedWorker worker = null!;
        worker = new ScriptedWorker("broken", _ =>
        {
            if (hangs)
                worker.Hang();
            throw new InvalidOperationException("broken");
        });
        var other = new ScriptedWorker("sound", _ => { });
        using var bench = new SupervisionBench(worker, other);
        bench.Run(TimeSpan.FromHours(23));
        Assert.Equal(1 + RestartPolicy.MostADay, bench.Board.Boots);
        Assert.Equal(bench.Board.Boots, bench.Starts.Count);
        Assert.InRange(other.Steps, 82_000, 83_000);
        Assert.InRange(bench.Supervisor.Replacements, 40, 50);
        Assert.Empty(bench.Deaths);
    }

    [Fact]
    public void ThreadThatComesBackAfterItWasReplacedStepsNoMore()
    {
        ScriptedWorker worker = null!;
        worker = new ScriptedWorker("late", step =>
        {
            if (step == 1)
                worker.Hang();
        });
        using var bench = new SupervisionBench(worker);
        bench.Run(TimeSpan.FromSeconds(60));
        Assert.Equal(1, bench.Supervisor.Replacements);
        int steps = worker.Steps;
        Assert.InRange(steps, 20, 35);
        worker.Release(bench.Board.Interpreter);
        bench.Run(TimeSpan.FromSeconds(60));
        Assert.InRange(worker.Steps, steps + 58, steps + 61);
        Assert.Equal(2, worker.Threads.Distinct().Count());
        Assert.False(worker.Threads[0].IsAlive);
        Assert.Equal(["power"], bench.Starts);
    }

    [Fact]
    public void MemoryThatRunsOutInAStepCostsThatStep()
    {
        var worker = new ScriptedWorker("hungry", step =>
        {
            if (step <= 10)
                throw new OutOfMemoryException();
        });
        using var bench = new SupervisionBench(worker);
        bench.Run(TimeSpan.FromSeconds(30));
        Assert.InRange(worker.Steps, 28, 31);
        Assert.Equal(10, bench.Supervisor.Failures);
        Assert.Equal(0, bench.Supervisor.Replacements);
        Assert.Empty(bench.Deaths);
    }

    [Fact]
    public void StartIsGoodOnlyWhenEveryWorkerWorks()
    {
        var worker = new ScriptedWorker("broken", step =>
        {
            if (step % 12 != 0)
                throw new InvalidOperationException("broken");
        });
        using var bench = new SupervisionBench(worker);
        bench.Run(TimeSpan.FromSeconds(59));
        Assert.False(bench.Boot.Ledger.IsGood);

        using var sound = new SupervisionBench(new ScriptedWorker("sound", _ => { }));
        sound.Run(TimeSpan.FromSeconds(59));
        Assert.False(sound.Boot.Ledger.IsGood);
        sound.Run(TimeSpan.FromSeconds(10));
        Assert.True(sound.Boot.Ledger.IsGood);
    }

    [Fact]
    public void RestartThatCannotBeWrittenDownIsNone()
    {
        using var bench = new SupervisionBench();
        bench.Run(TimeSpan.FromSeconds(90));
        bench.Board.Flash.FailsWrites = true;
        Assert.True(bench.Board.Run(() => bench.Restarter.Ask(RestartReason.Memory, 90_000)));
        bench.Run(TimeSpan.FromMinutes(30));
        Assert.Equal(1, bench.Board.Boots);
        Assert.Equal(0, bench.Boot.Ledger.Restarts);
        Assert.False(bench.Board.Run(() => bench.Restarter.Ask(RestartReason.Memory, 1_890_000)));

        // It may be asked for again after an hour.
        bench.Board.Flash.FailsWrites = false;
        bench.Run(TimeSpan.FromMinutes(60));
        Assert.True(bench.Board.Run(() => bench.Restarter.Ask(RestartReason.Memory, 5_490_000)));
        bench.Run(TimeSpan.FromMinutes(1));
        Assert.Equal(["power", "memory"], bench.Starts);
        Assert.Equal(1, bench.Boot.Ledger.Restarts);
    }

    [Fact]
    public void NextStartKnowsHowManyReportsThereWere()
    {
        using var bench = new SupervisionBench();
        bench.Run(TimeSpan.FromSeconds(90));
        bench.Board.Run(() => bench.Restarter.Ask(RestartReason.Command, 90_000));
        bench.Run(TimeSpan.FromMinutes(1));
        Assert.Equal(1, bench.Boot.Ledger.FormerSequence); // The announcement.
        Assert.Equal("command", bench.Boot.Reason);
    }

    [Theory]
    [InlineData(89, 2, false)]
    [InlineData(90, 1, false)]
    [InlineData(90, 2, true)]
    [InlineData(90, 4, false)]
    [InlineData(91, 12, true)]
    public void PlannedRestartComesAtNightAfterNinetyDays(int days, int utcHour, bool comes)
    {
        using var bench = new SupervisionBench();
        bench.Run(TimeSpan.FromSeconds(90));

        // Half past three at the offset of an hour, as the board's own clock and an uptime of so many days have it.
        bench.Board.Clock.UtcNow = new DateTime(2026, 7, 1, utcHour, 30, 0, DateTimeKind.Utc);
        bench.Board.Run(() => bench.Watch.Step(isWell: true, (long)(days * Day).TotalMilliseconds));
        bench.Run(TimeSpan.FromSeconds(30));
        Assert.Equal(comes ? ["power", "planned"] : ["power"], bench.Starts);
    }
}
