using Ixp.Soak;

namespace SystemTests.Faults;

/// <summary>Flash is full, refuses, forgets or lies: the device goes on, and says what it lost.</summary>
public sealed class FlashFaultTests : FaultTest
{
    private const string JournalFolder = "ixp/journal";

    [Fact]
    public async Task FlashRefusesWritesForAWhile()
    {
        await using var world = await Start();
        await world.Run(2 * Minute);
        world.Board.Link.IsUp = false;
        await world.Run(15 * Minute);
        world.Board.Flash.FailsWrites = true;
        await world.Run(25 * Minute);
        world.Board.Flash.FailsWrites = false;
        await world.Run(15 * Minute);
        world.Board.Link.IsUp = true;
        await AssertWhatIsMissingIsTold(world, "lost_full_count");
        Assert.True(MissingCount(world) > 0);
    }

    [Fact]
    public async Task FlashRefusesWritesWhileTheBrokerIsThereAndNothingIsLost()
    {
        await using var world = await Start();
        await world.Run(2 * Minute);
        world.Board.Flash.FailsWrites = true;
        await world.Run(60 * Minute);
        world.Board.Flash.FailsWrites = false;
        await AssertNothingIsMissing(world);
    }

    [Fact]
    public async Task FlashIsFullOfOtherThings()
    {
        await using var world = await Start();
        await world.Run(2 * Minute);
        var flash = world.Board.Flash;
        flash.CreateDirectory("other");
        flash.WriteFile("other/file", new byte[flash.FreeBytes - (4 * 4096)]);
        await world.KillBroker();
        await world.Run(TimeSpan.FromHours(24));
        await world.ReturnBroker();
        await AssertWhatIsMissingIsTold(world, "lost_full_count");
        Assert.True(MissingCount(world) > 0);

        flash.DeleteFile("other/file");
        long missing = MissingCount(world);
        world.Board.Link.IsUp = false;
        await world.Run(20 * Minute);
        world.Board.Link.IsUp = true;
        await AssertWhatIsMissingIsTold(world, "lost_full_count");
        Assert.Equal(missing, MissingCount(world));
    }

    [Fact]
    public async Task FileSystemIsFormattedUnderTheDevice()
    {
        await using var world = await Start();
        for (int i = 0; i < 4; i++)
        {
            // Long enough for a start to count as good.
            await world.Run(2 * Minute);
            world.Board.PowerCut();
            world.Board.PowerOn();
        }

        await world.Run(Minute);

        world.Board.Link.IsUp = false;
        await world.Run(25 * Minute);
        world.Board.Flash.Format();
        await world.Run(25 * Minute);
        world.Board.Link.IsUp = true;
        await Drain(world);
        Assert.Empty(world.Deaths);
        Assert.Equal(5, world.Account.Figure("session"));

        // What was on flash is gone, and counted; what came after is there.
        Assert.InRange(MissingCount(world), 1, 300);
        long missing = MissingCount(world);
        world.Board.Link.IsUp = false;
        await world.Run(15 * Minute);
        world.Board.Link.IsUp = true;
        await Drain(world);
        Assert.Equal(missing, MissingCount(world));
    }

    [Fact]
    public async Task BitsOfTheJournalAreFlipped()
    {
        await using var world = await Start();
        await world.Run(2 * Minute);
        await world.KillBroker();
        await world.Run(TimeSpan.FromHours(12));
        Flip(world, 3);
        await world.ReturnBroker();
        await AssertWhatIsMissingIsTold(world, "lost_corrupt_count");
        Assert.InRange(MissingCount(world), 1, world.Watch.Sessions()[0].Last - 100);
    }

    [Fact]
    public async Task BitsOfTheJournalAreFlippedWhileThePowerIsOff()
    {
        await using var world = await Start();
        await world.Run(2 * Minute);
        for (int i = 0; i < 3; i++)
        {
            world.Board.Link.IsUp = false;
            await world.Run(TimeSpan.FromHours(2));
            world.Board.PowerCut();
            Flip(world, 5 + i);
            world.Board.PowerOn();
            await world.Run(Minute);
            world.Board.Link.IsUp = true;
            await Drain(world);
            Assert.Empty(world.Deaths);

            // The end of a session that is gone is no gap to anybody but the device.
            Assert.InRange(MissingCount(world), 0, world.Account.Told("lost_corrupt_count"));
        }
    }

    /// <summary>Flips the bits of one byte of each file.</summary>
    private static void Flip(OutageWorld world, int seed)
    {
        var random = new Random(seed);
        foreach (string file in world.Board.Flash.List(JournalFolder, directories: false))
            world.Board.Flash.Corrupt(file, random.Next(world.Board.Flash.ReadFile(file).Length));
    }

    private static long MissingCount(OutageWorld world) => world.Watch.Sessions().Sum(s => s.Missing);

    private static async Task AssertWhatIsMissingIsTold(OutageWorld world, string reason)
    {
        await Drain(world);
        Assert.Empty(world.Deaths);
        Assert.Equal(MissingCount(world), world.Account.Told(reason));
    }
}
