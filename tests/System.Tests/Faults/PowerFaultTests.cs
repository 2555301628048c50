using Ixp.Soak;

namespace SystemTests.Faults;

/// <summary>The power fails at the worst moments: what was on flash arrives, once or twice, and no session has a gap.</summary>
public sealed class PowerFaultTests(ITestOutputHelper output) : FaultTest
{
    private const string JournalFolder = "ixp/journal";

    [Fact]
    public async Task PowerFailsBeforeEachWriteOfAnOutage()
    {
        await using var world = await Start(FaultSite.Small with { ReportSeconds = 10 });
        await world.Run(2 * Minute);
        int cuts = 0;
        while (true)
        {
            // The power cycle before the outage is a part of what is cut: a session is counted, the journal taken up.
            world.Board.PowerCut();
            world.Board.Flash.PowerCutAtWrite = world.Board.Flash.Writes + cuts + 1;
            world.Board.PowerOn();
            await Outage(world);
            bool wasCut = world.Board.Flash.PowerCutAtWrite is null;
            world.Board.Flash.PowerCutAtWrite = null;
            world.Board.PowerOn();
            world.Board.Link.IsUp = true;
            await AssertNothingIsMissing(world);
            if (!wasCut)
                break;
            cuts++;
        }

        output.WriteLine($"{cuts} cuts, {world.Watch.Sessions().Count} sessions");
        Assert.InRange(cuts, 12, 500);
        AssertEachStartIsASessionOfItsOwn(world);
    }

    [Fact]
    public Task PowerFailsTwoHundredTimesInARow() => FailAgainAndAgain(200);

    /// <remarks>Minutes of real time: on demand.</remarks>
    [Fact(Explicit = true)]
    public Task PowerFailsAThousandTimesInARow() => FailAgainAndAgain(1000);

    [Fact]
    public async Task PowerFailsInTheMiddleOfDraining()
    {
        await using var world = await Start();
        await world.Run(2 * Minute);
        world.Board.Link.IsUp = false;
        await world.Run(TimeSpan.FromHours(12));
        world.Board.Link.Relay.DelayIn = world.Board.Link.Relay.DelayOut = TimeSpan.FromMilliseconds(150);
        world.Board.Link.IsUp = true;
        for (int i = 1; i <= 8; i++)
        {
            await world.Run(i * 4 * Second);
            world.Board.PowerCut();
            world.Board.PowerOn();
        }

        await AssertNothingIsMissing(world);
        AssertEachStartIsASessionOfItsOwn(world);
        int duplicates = world.Watch.Sessions().Sum(s => s.Duplicates);
        output.WriteLine($"{duplicates} duplicates of {world.Watch.Sessions().Sum(s => s.Last)}");
        Assert.True(duplicates > 0);
    }

    private async Task FailAgainAndAgain(int times)
    {
        await using var world = await Start();
        await world.Run(2 * Minute);
        world.Board.Link.IsUp = false;
        await world.Run(11 * Minute);
        var random = new Random(11);
        for (int i = 0; i < times; i++)
        {
            world.Board.PowerCut();
            world.Board.PowerOn();
            world.Board.Link.IsUp = i % 4 == 0;
            await world.Run(TimeSpan.FromMilliseconds(random.Next(1, 4000)));
        }

        world.Board.Link.IsUp = true;
        await AssertNothingIsMissing(world);
        AssertEachStartIsASessionOfItsOwn(world);
        int files = world.Board.Flash.List(JournalFolder, directories: false).Length;
        Assert.InRange(files, 0, 3);
    }

    /// <summary>Long enough to journal, to flush, and to drain; and another that the next start finds.</summary>
    private static async Task Outage(OutageWorld world)
    {
        await world.Run(Minute);
        world.Board.Link.IsUp = false;
        await world.Run(42 * Minute);
        world.Board.Link.IsUp = true;
        await world.Run(2 * Minute);
    }

    private static void AssertEachStartIsASessionOfItsOwn(OutageWorld world)
    {
        // A start that was cut before it told of itself may leave out a number; none comes twice.
        long[] sessions = [.. world.Account.Births.Distinct()];
        Assert.Equal(sessions.Order(), sessions);
        Assert.InRange(sessions[^1], sessions.Length, world.Board.Boots);
    }
}
