using Ixp.Sites;
using Ixp.Soak;
using SystemTests.Support;
using VirtualBoard.Running;

namespace SystemTests.Faults;

/// <summary>Something goes wrong inside each of the real workers, at one call after the other: nothing is lost, and all go on.</summary>
public sealed class WorkerFaultTests(ITestOutputHelper output) : FaultTest
{
    private static readonly string[] Workers =
        ["indicator", "sampler", "counters", "uplink", "echo", "datagrams", "tcp", "prober", "time", "supervisor"];

    private static Site Rack { get; } = TestSite.Read() with
    {
        ReportSeconds = 30,
        Targets = [.. TestSite.Read().Targets.Where(t => t.Name is not "broker")],
    };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public Task ExceptionInEachWorker(int seed) => FailEachWorker(seed, () => new InvalidOperationException("struck"));

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public Task MemoryRunsOutInEachWorker(int seed) => FailEachWorker(seed, () => new OutOfMemoryException("struck"));

    /// <summary>
    /// Wherever it hangs, in a lock that others need as well, it gets a new thread, or the device starts anew.
    /// </summary>
    [Theory]
    [InlineData(13)]
    [InlineData(26)]
    [InlineData(49)]
    public async Task HangInEachWorker(int seed)
    {
        await using var world = await Start(Rack, TestSite.Board);
        var stuck = new HashSet<string>(StringComparer.Ordinal);
        world.Board.ConsoleLine += line =>
        {
            if (line.StartsWith("supervisor: ", StringComparison.Ordinal) && line.EndsWith(" is stuck", StringComparison.Ordinal))
                stuck.Add(line["supervisor: ".Length..^" is stuck".Length]);
        };
        await world.Run(2 * Minute);
        var random = new Random(seed);
        int boots = 0;
        BoardThread[] threads = [];
        for (int worker = 0; worker < Workers.Length + 2; worker++)
        {
            if (boots != world.Board.Boots)
            {
                // In the order of their starts; the last is the supervisor, which has nobody above it but a watchdog.
                boots = world.Board.Boots;
                threads = Threads(world)[..^1];
            }

            world.Board.Link.IsUp = worker % 3 != 1;
            threads[worker].Hang(random.Next(1, 60));
            await world.Run(4 * Minute);
        }

        world.Board.Link.IsUp = true;
        output.WriteLine($"{string.Join(" ", stuck.Order())}; {world.Board.Boots} starts");
        Assert.NotEmpty(stuck);
        await AssertNothingIsMissing(world);
    }

    [Fact]
    public async Task HangOfTheSupervisorStarvesTheExternalWatchdog()
    {
        const int Pin = 33;
        await using var world = await Start(Rack, TestSite.Board with { WatchdogPin = Pin });
        int edges = 0;
        world.Board.Pins[Pin].Changed += (_, _) => edges++;
        await world.Run(2 * Minute);
        Assert.InRange(edges, 20, 26);
        Threads(world)[^1].Hang();
        await world.Run(20 * Second);
        edges = 0;
        await world.Run(2 * Minute);
        Assert.Equal(0, edges);

        // What a watchdog does.
        world.Board.PowerCut();
        world.Board.PowerOn();
        await world.Run(Minute);
        Assert.InRange(edges, 8, 14);
        await AssertNothingIsMissing(world);
    }

    /// <summary>The sampler's calls are made by its sensors, and each failure bears the sensor's name.</summary>
    private static string WorkerOf(string struck) =>
        struck.StartsWith("tcp", StringComparison.Ordinal) ? "tcp" : Workers.Contains(struck) ? struck : "sampler";

    private static BoardThread[] Threads(OutageWorld world) =>
        [.. world.Board.Interpreter.Threads.Where(t => t.Name.StartsWith("thread", StringComparison.Ordinal))];

    /// <summary>Each worker fails at calls by chance while the broker is there, and then while it is away.</summary>
    private async Task FailEachWorker(int seed, Func<Exception> exception)
    {
        await using var world = await Start(Rack, TestSite.Board);
        var struck = new HashSet<string>(StringComparer.Ordinal);
        world.Board.ConsoleLine += line =>
        {
            if (line.EndsWith(": struck", StringComparison.Ordinal))
                struck.Add(line[..line.IndexOf(':', StringComparison.Ordinal)]);
        };
        await world.Run(2 * Minute);
        var random = new Random(seed);
        for (int round = 0; round < 8; round++)
        {
            world.Board.Link.IsUp = round is < 4 or > 6;
            foreach (var thread in Threads(world))
                thread.Throw(exception(), random.Next(1, 60));

            await world.Run(30 * Second);
        }

        output.WriteLine(string.Join(" ", struck.Order()));
        await AssertNothingIsMissing(world);
        Assert.Empty(Workers.Except(struck.Select(WorkerOf)));
        Assert.Equal(1, world.Board.Boots);
    }
}
