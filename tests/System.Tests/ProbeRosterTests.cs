using Appliance.App.Adoption;
using Appliance.Core.Metrics;
using Appliance.Drivers.Ds18b20;
using VirtualBoard.Running;
using Chips = VirtualRack.Chips;
using Hardware = VirtualBoard.Board;

namespace SystemTests;

/// <summary>Who is which probe, over restarts, provisioning and damaged flash.</summary>
public sealed class ProbeRosterTests : IDisposable
{
    private const string Path = "ixp/adopted";

    private readonly TimeBase _time = TimeBase.Virtual();
    private readonly Hardware _board;

    public ProbeRosterTests()
    {
        _board = new Hardware(time: _time);
        _board.Flash.CreateDirectory("ixp");
    }

    public void Dispose()
    {
        _board.Dispose();
        _time.Dispose();
    }

    [Fact]
    public void AdoptionOutlivesRestartsUntilTheSiteFileNamesAnother()
    {
        Start([1, 2], roster => roster.Adopt("p0", Rom(9)));
        Assert.Equal([9, 2], Start([1, 2]));
        Start([1, 2], roster => roster.Adopt("p0", Rom(8)));
        Assert.Equal([8, 2], Start([1, 2]));
        Assert.Equal([5, 2], Start([5, 2]));
        Assert.Equal([1, 8], Start([1, 8]));
    }

    [Fact]
    public void DamagedFileIsIgnoredAndKept()
    {
        Start([1, 2], roster => roster.Adopt("p0", Rom(9)));
        byte[] file = _board.Flash.ReadFile(Path);
        file[^5] ^= 1;
        _board.Flash.WriteFile(Path, file);
        Assert.Equal([1, 2], Start([1, 2]));
        Assert.Equal(file, _board.Flash.ReadFile(Path));
        Start([1, 2], roster => roster.Adopt("p1", Rom(7)));
        Assert.Equal([1, 7], Start([1, 2]));
    }

    [Fact]
    public void NothingIsAdoptedThatCannotBeKept()
    {
        int[] during = Start([1, 2], roster =>
        {
            _board.Flash.FailsWrites = true;
            Assert.ThrowsAny<Exception>(() => roster.Adopt("p0", Rom(9)));
            _board.Flash.FailsWrites = false;
            roster.Adopt("p1", Rom(7));
        });
        Assert.Equal([1, 7], during);
        Assert.Equal([1, 7], Start([1, 2]));
    }

    [Fact]
    public void PowerCutAtAnyStepOfTheFlashLeavesTheOldProbeOrTheNewOne()
    {
        Start([1, 2], roster => roster.Adopt("p0", Rom(9)));
        int step = 0;
        for (bool isCut = true; isCut;)
        {
            step++;
            int before = Start([1, 2])[0];
            int serial = 10 + step;
            isCut = false;
            _board.Flash.PowerCutAtWrite = _board.Flash.Writes + step;
            try
            {
                Start([1, 2], roster => roster.Adopt("p0", Rom(serial)));
            }
            catch (PowerCutException)
            {
                isCut = true;
            }

            _board.Flash.PowerCutAtWrite = null;
            _board.PowerCut();
            int[] after = Start([1, 2]);
            Assert.Contains(after[0], isCut ? [before, serial] : new[] { serial });
            Assert.Equal(2, after[1]);
        }

        Assert.True(step > 3);
    }

    [Fact]
    public void ProbesAreFoundByNameAndByRom() => Start([1, 2], roster =>
    {
        roster.Adopt("p0", Rom(9));
        Assert.Same(roster.Find("p0"), roster.FindRom(Rom(9)));
        Assert.Null(roster.FindRom(Rom(1)));
        Assert.Null(roster.Find("p2"));
    });

    /// <returns>The serial numbers of the probes behind p0, p1 and so on.</returns>
    private int[] Start(int[] site, Action<ProbeRoster>? use = null) => _board.Run(() =>
    {
        Ds18b20Probe[] probes =
            [.. site.Select((serial, i) => new Ds18b20Probe(Rom(serial), new Metric(Group.Climate, $"p{i}", "c", "", 2)))];
        var roster = new ProbeRoster(probes);
        use?.Invoke(roster);
        return probes.Select(p => (int)p.Rom[1]).ToArray();
    });

    private static byte[] Rom(int serial) => Chips.Ds18b20.RomOf(serial);
}
