using Appliance.Core.Metrics;
using Appliance.Drivers.Ds18b20;
using FsCheck.Fluent;
using VirtualBoard.Buses;
using VirtualRack.Chips;

namespace SystemTests.Drivers;

public sealed class OneWireSearchTests : IDisposable
{
    private readonly SensorBench _bench = new();
    private readonly Ds18b20Chain _chain;
    private readonly byte[] _rom = Ds18b20.RomOf(0x0BAD_CAFE);
    private readonly Ds18b20Probe _probe;

    public OneWireSearchTests()
    {
        Plug(_rom);
        _probe = Parts.Probe(_rom);
        _chain = _bench.Ds18b20([_probe]);
    }

    private OneWireBus Bus => _bench.Board.OneWire;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void NothingIsKnownBeforeASearch()
    {
        _bench.Run(5 * Parts.PeriodMs);
        Assert.Equal((0, 0, false), (_chain.Search.Count, _chain.Search.Completed, _chain.Search.IsComplete));
    }

    [Fact]
    public void EverybodyIsFoundOnce() => Cases.ForAll(
        Gen.Choose(0, int.MaxValue).ArrayOf().Select(serials => serials.Distinct().Take(OneWireSearch.Capacity - 1).ToArray()),
        60,
        serials =>
        {
            var plugged = serials.Select(s => Plug(Ds18b20.RomOf(s * 131_071L & 0xFFFF_FFFF_FFFF))).ToList();
            int before = _chain.Search.Completed;
            Search();
            Assert.Equal(before + 1, _chain.Search.Completed);
            Assert.True(_chain.Search.IsComplete);
            Assert.Equal(
                Bus.Devices.Cast<Ds18b20>().Select(d => Convert.ToHexString(d.Rom)).Order(StringComparer.Ordinal),
                Found().Order(StringComparer.Ordinal));
            plugged.ForEach(Bus.Detach);
        });

    [Fact]
    public void ReadingsGoOnDuringASearch()
    {
        for (int i = 1; i < OneWireSearch.Capacity; i++)
            Plug(Ds18b20.RomOf(i * 77_777L));
        _bench.Run(2 * Parts.PeriodMs);
        long last = _probe.Temperature.Time;
        _bench.Stepped += _ =>
        {
            Assert.Equal(Quality.Ok, _probe.Temperature.Quality);
            Assert.InRange(_probe.Temperature.Time - last, 0, Parts.PeriodMs + 50);
            last = _probe.Temperature.Time;
        };
        for (int i = 0; i < 5; i++)
            Search();
        Assert.Equal(5, _chain.Search.Completed);
        Assert.InRange(_bench.Log(_chain).LongestMicros, 0, 50_000);
    }

    [Fact]
    public void RequestAtAnyMomentDisturbsNoReading() => Cases.ForAll(
        Gen.Choose(0, 1_100),
        60,
        ms =>
        {
            // Bus traffic during the conversion ruins it for a part without a supply.
            ((Ds18b20)Bus.Devices[0]).SetFault("parasite-power", true);
            _bench.Run(2 * Parts.PeriodMs);
            void AssertOk(object sensor) => Assert.Equal(Quality.Ok, _probe.Temperature.Quality);
            _bench.Stepped += AssertOk;
            int before = _chain.Search.Completed;
            _bench.After(ms, _chain.RequestSearch);
            _bench.Run(ms + Parts.PeriodMs);
            _bench.Stepped -= AssertOk;
            Assert.Equal(before + 1, _chain.Search.Completed);
            Assert.True(_chain.Search.IsComplete);
        });

    [Fact]
    public void BusWithoutPausesIsSearchedAllTheSame()
    {
        // 16 parts that convert for 1.5 s leave no pause in a period of one second.
        for (int i = 1; i < OneWireSearch.Capacity; i++)
            Plug(Ds18b20.RomOf(i * 77_777L));
        ((Ds18b20)Bus.Devices[0]).SetFault("slow", true);
        _bench.Run(2 * Parts.PeriodMs);
        _chain.RequestSearch();
        _bench.Run(40 * Parts.PeriodMs);
        Assert.True(_chain.Search.IsComplete);
        Assert.Equal(OneWireSearch.Capacity, _chain.Search.Count);
        Assert.True(_probe.Temperature.IsOk);
    }

    [Fact]
    public void ChainThatNobodyIsConfiguredForIsSearched()
    {
        using var bench = new SensorBench();
        bench.Board.OneWire.Attach(new Ds18b20(bench.Time, _rom, () => 20));
        var chain = bench.Ds18b20([], Parts.PeriodMs);
        bench.Run(2 * Parts.PeriodMs);
        Assert.InRange(bench.Log(chain).Steps, 1, 3);
        chain.RequestSearch();
        bench.Run(Parts.PeriodMs);
        Assert.True(chain.Search.IsComplete);
        Assert.Equal(_rom, chain.Search.Rom(0));
    }

    [Fact]
    public void MoreThanItHoldsIsNotComplete()
    {
        for (int i = 1; i <= OneWireSearch.Capacity; i++)
            Plug(Ds18b20.RomOf(i * 77_777L));
        Search();
        Assert.Equal(1, _chain.Search.Completed);
        Assert.False(_chain.Search.IsComplete);
        Assert.Equal(OneWireSearch.Capacity, Found().Distinct().Count());
    }

    [Fact]
    public void EmptyBusIsACompleteAnswer()
    {
        Bus.Detach(Bus.Devices[0]);
        Search();
        Assert.Equal((0, 1, true), (_chain.Search.Count, _chain.Search.Completed, _chain.Search.IsComplete));
    }

    [Fact]
    public void ShortedBusHoldsNobodyAndIsNotComplete()
    {
        Bus.IsShorted = true;
        Search();
        Assert.Equal((0, 1, false), (_chain.Search.Count, _chain.Search.Completed, _chain.Search.IsComplete));
    }

    [Fact]
    public void WhateverHappensDuringASearchItEndsAndEveryCodeIsOneOfTheBus() => Cases.ForAll(
        from at in Gen.Choose(0, 250)
        from what in Gen.Choose(0, 2)
        select (at, what),
        60,
        x =>
        {
            var plugged = Enumerable.Range(1, 6).Select(i => Plug(Ds18b20.RomOf(i * 99_999L))).ToList();
            var all = Bus.Devices.Cast<Ds18b20>().Select(d => Convert.ToHexString(d.Rom)).ToList();
            _bench.Run(Parts.PeriodMs);
            int before = _chain.Search.Completed;
            _bench.After(x.at, () =>
            {
                if (x.what == 0)
                    plugged[0].SetFault("absent", true);
                else if (x.what == 1)
                    plugged[3].SetFault("shorted-data", true);
                else
                    Bus.IsShorted = true;
            });
            Search();
            Assert.Equal(before + 1, _chain.Search.Completed);
            Assert.All(Found(), rom => Assert.Contains(rom, all));
            Bus.IsShorted = false;
            plugged.ForEach(Bus.Detach);
        });

    [Fact]
    public void ReplacementIsFoundAndAdopted()
    {
        _bench.Run(2 * Parts.PeriodMs);
        Bus.Detach(Bus.Devices[0]);
        byte[] other = Ds18b20.RomOf(0x5EED);
        Plug(other);
        _bench.Run(2 * Parts.PeriodMs);
        Assert.Equal(Quality.NotPresent, _probe.Temperature.Quality);

        Search();
        byte[] found = [.. _chain.Search.Rom(0)];
        _probe.Adopt(found);
        _bench.Run(2 * Parts.PeriodMs);
        Assert.Equal(other, _probe.Rom);
        MetricAssert.Reads(23.5, 1.0 / 16, _probe.Temperature);
    }

    [Theory]
    [InlineData("28139BBB0B00001E")]
    [InlineData("0000000000000000")]
    [InlineData("28139BBB0B0000")]
    [InlineData("1000000000000080")]
    public void NoOtherCodeIsAdopted(string rom)
    {
        var thrown = Assert.Throws<ArgumentException>(() => _probe.Adopt(Convert.FromHexString(rom)));
        Assert.Contains("DS18B20", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(_rom, _probe.Rom);
    }

    private Ds18b20 Plug(byte[] rom)
    {
        var chip = new Ds18b20(_bench.Time, rom, () => 23.5);
        Bus.Attach(chip);
        return chip;
    }

    private void Search()
    {
        _chain.RequestSearch();
        _bench.Run(8 * Parts.PeriodMs);
    }

    private IEnumerable<string> Found() =>
        Enumerable.Range(0, _chain.Search.Count).Select(i => Convert.ToHexString(_chain.Search.Rom(i)));
}
