using System.Collections;
using System.Text.Json.Nodes;
using Appliance.Core.Json;
using Appliance.Core.Metrics;
using Appliance.Core.Scan;
using Appliance.Drivers;
using Appliance.Drivers.Scan;
using VirtualBoard.Buses;
using VirtualRack.Chips;

namespace SystemTests.Drivers;

public sealed class I2cScanTests : IDisposable
{
    private static readonly int[] Candidates = [.. Enumerable.Range(0x40, 16), 0x76, 0x77];

    private readonly SensorBench _bench = new();
    private readonly SharedBus _wires = new();

    private I2cBus Bus => _bench.Board.I2c[1];

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void EmptyBusIsLookedAtToItsEnd()
    {
        var (found, isComplete) = Scan();
        Assert.Empty(found);
        Assert.True(isComplete);
    }

    [Theory]
    [InlineData("sht4x", 0x44, 0x46)]
    [InlineData("sht3x", 0x44, 0x45)]
    [InlineData("ina226", 0x40, 0x4F)]
    [InlineData("ina228", 0x40, 0x4F)]
    [InlineData("ina219?", 0x40, 0x4F)]
    [InlineData("ads1115", 0x48, 0x4B)]
    [InlineData("bme280", 0x76, 0x77)]
    [InlineData("bmp280", 0x76, 0x77)]
    public void PartIsKnownAtEachAddressThatItCanHave(string part, int lowest, int highest)
    {
        for (int address = lowest; address <= highest; address++)
        {
            Bus.Attach(address, Make(part));
            Assert.Equal([$"0x{address:X2} {part}"], Scan().Found);
            Bus.Detach(address);
        }
    }

    [Fact]
    public void PartThatIsNoneOfTheseIsListedWithoutAName()
    {
        foreach (int address in Candidates)
            Bus.Attach(address, new WordsOnI2c());
        Bus.Attach(0x20, new WordsOnI2c());
        Assert.Equal(Candidates.Take(FoundParts.Capacity).Select(a => $"0x{a:X2} "), Scan().Found);
    }

    [Fact]
    public void ConfiguredAddressIsNeverTouched()
    {
        var touched = Candidates.ToDictionary(a => a, _ => new CountingI2c(() => true, () => 0));
        foreach (var (address, chip) in touched)
            Bus.Attach(address, chip);
        int[] configured = [0x40, 0x44, 0x45, 0x48, 0x77];
        Scan(configured);
        Assert.All(touched, t => Assert.Equal(configured.Contains(t.Key), t.Value.Starts == 0));
    }

    [Fact]
    public void StuckBusEndsTheScanAtTheFirstAddress()
    {
        Bus.Attach(0x45, Make("sht4x"));
        Bus.IsStuck = true;
        var (found, isComplete) = Scan();
        Assert.Empty(found);
        Assert.False(isComplete);
        Assert.InRange(_bench.Time.NowMicros, 1_000_000, 11_500_000);

        Bus.IsStuck = false;
        Assert.Equal(["0x45 sht4x"], Scan().Found);
    }

    [Fact]
    public void BusThatASensorHasFoundStuckIsNotTried()
    {
        var chip = new CountingI2c(() => true, () => 0);
        Bus.Attach(0x45, chip);
        _wires.RestsUntil = 5_000;
        Assert.False(Scan().IsComplete);
        Assert.Equal(0, chip.Starts);
        Assert.True(Scan().IsComplete);
        Assert.NotEqual(0, chip.Starts);
    }

    [Fact]
    public void WhatWasLookedAtIsAsGoodAsBefore()
    {
        Bus.Attach(Parts.Sht3xAddress, Make("sht3x"));
        Bus.Attach(Parts.Sht4xAddress, Make("sht4x"));
        Bus.Attach(Parts.Ina226Address, Make("ina226"));
        Bus.Attach(Parts.Bme280Address, Make("bme280"));
        Assert.Equal(["0x40 ina226", "0x44 sht4x", "0x45 sht3x", "0x76 bme280"], Scan().Found);

        Metric[] metrics = [.. _bench.Sht3x().Metrics, .. _bench.Sht4x().Metrics, .. _bench.Ina226().Metrics, .. _bench.Bme280().Metrics];
        _bench.Run(3 * Parts.PeriodMs);
        MetricAssert.AllAre(Quality.Ok, metrics);
    }

    [Fact]
    public void PartsThatAnswerAnythingAtAnyTimeEndNoScan()
    {
        Random random = new(17);
        foreach (int address in Candidates)
            Bus.Attach(address, new CountingI2c(() => random.Next(4) > 0, () => (byte)random.Next(256)));
        for (int i = 0; i < 20; i++)
            Assert.True(Scan().Found.Count <= FoundParts.Capacity);
    }

    [Fact]
    public void RequestDuringAScanBeginsAnew()
    {
        Bus.Attach(0x45, Make("sht4x"));
        var scan = _bench.Add(() => new I2cScan(1, new ArrayList(), _wires));
        for (int ms = 0; ms < 200; ms += 7)
        {
            _bench.Board.Run(scan.Request);
            _bench.Run(ms);
        }

        _bench.Run(10_000);
        Assert.Equal(["0x45 sht4x"], Found(scan).Found);
    }

    private (IReadOnlyList<string> Found, bool IsComplete) Scan(params int[] configured)
    {
        var scan = _bench.Add(() => new I2cScan(1, new ArrayList(configured), _wires));
        _bench.Board.Run(scan.Request);
        _bench.Run(10_000);
        return Found(scan);
    }

    private (IReadOnlyList<string> Found, bool IsComplete) Found(I2cScan scan) => _bench.Board.Run(() =>
    {
        Assert.False(scan.IsRunning);
        var found = new FoundParts();
        scan.AddTo(found);
        var json = new JsonWriter(new byte[4096]);
        found.Write(json);
        string[] parts =
            [.. JsonNode.Parse(json.ToArray())!.AsArray().Select(p => $"{p!["address"]} {p["part"]}")];
        return ((IReadOnlyList<string>)parts, found.IsComplete);
    });

    private II2cSlave Make(string part) => part switch
    {
        "sht4x" => new Sht4x(_bench.Time, () => 21, () => 40),
        "sht3x" => new Sht3x(_bench.Time, () => 21, () => 40),
        "ina226" => new Ina226(_bench.Time, () => 12, () => 1, Parts.ShuntMicroohm),
        "bme280" => new Bme280(_bench.Time, () => 21, () => 40, () => 990),
        "ina228" => new Ina228(_bench.Time, () => 48, () => 1, () => 30, Parts.ShuntMicroohm),
        "ina219?" => new Ina219(_bench.Time, () => 12, () => 1, Parts.ShuntMicroohm),
        "ads1115" => new Ads1115(_bench.Time),
        "bmp280" => new WordsOnI2c { Replies = { [0xD0] = [0x58, 0x00] } },
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };
}
