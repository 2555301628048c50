using Appliance.Drivers.Ds18b20;
using VirtualRack.Chips;

namespace SystemTests.Drivers;

/// <summary>The resolution of each probe is set in its scratchpad, and never in its EEPROM.</summary>
public sealed class Ds18b20ResolutionTests : IDisposable
{
    private readonly SensorBench _bench = new();
    private readonly List<Ds18b20> _chips = [];
    private double _celsius = 21.4375;

    public void Dispose()
    {
        Assert.All(_chips, c => Assert.Equal(0, c.EepromWrites));
        _bench.Dispose();
    }

    [Fact]
    public void EachProbeIsReadToItsOwnResolution()
    {
        var chain = _bench.Ds18b20([Plug(9), Plug(10), Plug(11), Plug(12)]);
        _bench.Run(3 * Parts.PeriodMs);
        Assert.Equal([2100, 2125, 2138, 2144], chain.Metrics.Select(m => m.Value));
        Assert.All(chain.Metrics, m => Assert.True(m.IsOk));
        Assert.Equal(["4B461F", "4B463F", "4B465F", "4B467F"], _chips.Select(c => Convert.ToHexString(c.Settings)));
        Assert.Equal([1, 1, 1, 0], _chips.Select(c => c.SettingsWrites));
        Assert.InRange(_bench.Log(chain).LongestMicros, 0, 50_000);
    }

    [Theory]
    [InlineData(9, 20, 30)]
    [InlineData(10, 12, 18)]
    [InlineData(11, 8, 10)]
    [InlineData(12, 4, 5)]
    public void ReadingsComeAsFastAsTheSlowestProbeConverts(int bits, int fewest, int most)
    {
        var chain = _bench.Ds18b20([Plug(9), Plug(bits)], periodMs: 1);
        _bench.Run(2000);
        int readings = 0;
        long last = chain.Metrics[1].Time;
        _bench.Stepped += sensor =>
        {
            if (sensor.Metrics[1].Time != last)
                readings++;
            last = sensor.Metrics[1].Time;
        };
        _bench.Run(4000);
        Assert.InRange(readings, fewest, most);
        Assert.All(chain.Metrics, m => Assert.True(m.IsOk));
    }

    [Fact]
    public void DipOfTheSupplyIsRepaired()
    {
        var chain = _bench.Ds18b20([Plug(9)]);
        _bench.Run(2 * Parts.PeriodMs);
        _chips[0].BrownOut();
        Assert.Equal(0x7F, _chips[0].Settings[2]);
        _celsius = 25.25;
        _bench.Run(2 * Parts.PeriodMs);
        Assert.Equal(0x1F, _chips[0].Settings[2]);
        Assert.True(chain.Metrics[0].IsOk);
        Assert.Equal(2500, chain.Metrics[0].Value);
        Assert.Equal(2, _chips[0].SettingsWrites);
    }

    [Fact]
    public void CloneThatKnowsOneResolutionIsReadAndLeftInPeace()
    {
        var chain = _bench.Ds18b20([Plug(9)]);
        _chips[0].SetFault("fixed-resolution", true);
        _bench.Run(20 * Parts.PeriodMs);
        MetricAssert.Reads(_celsius, 1.0 / 16, chain.Metrics[0]);
        Assert.Equal(3, _chips[0].SettingsWrites);
    }

    [Fact]
    public void CloneThatIgnoresTheResolutionItTellsIsReadToThatResolution()
    {
        var chain = _bench.Ds18b20([Plug(10)]);
        _chips[0].SetFault("clone", true);
        _bench.Run(3 * Parts.PeriodMs);
        Assert.True(chain.Metrics[0].IsOk);
        Assert.Equal(2125, chain.Metrics[0].Value);
        Assert.Equal(1, _chips[0].SettingsWrites);
    }

    [Fact]
    public void ParasiteSupplyIsReadAtAnyResolution()
    {
        var chain = _bench.Ds18b20([Plug(9), Plug(12)]);
        foreach (var chip in _chips)
            chip.SetFault("parasite-power", true);
        _bench.Run(4 * Parts.PeriodMs);
        MetricAssert.Reads(21, 1.0 / 16, chain.Metrics[0]);
        MetricAssert.Reads(_celsius, 1.0 / 16, chain.Metrics[1]);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(13)]
    public void ThereAreNoOtherResolutions(int bits) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Parts.Probe(Ds18b20.RomOf(1), bits));

    private Ds18b20Probe Plug(int bits)
    {
        byte[] rom = Ds18b20.RomOf(0x00C0_FFEE + _chips.Count);
        _chips.Add(new Ds18b20(_bench.Time, rom, () => _celsius));
        _bench.Board.OneWire.Attach(_chips[^1]);
        return Parts.Probe(rom, bits);
    }
}
