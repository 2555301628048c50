using System.Collections;
using System.Text.Json.Nodes;
using Appliance.Core.Json;
using Appliance.Core.Metrics;
using Appliance.Core.Scan;
using Appliance.Drivers;
using Appliance.Drivers.Modbus;
using Appliance.Drivers.Scan;
using VirtualRack.Chips;
using VirtualRack.Wiring;

namespace SystemTests.Drivers;

public sealed class ModbusScanTests : IDisposable
{
    /// <summary>One question that nobody answers, and the silence after it, as the clock's ticks and the looks can stretch them.</summary>
    private const int TurnMs = 150 + 30 + 20 + 30;

    private static readonly AcReading Mains = new(231.4, 3.217, 702.3, 12_345, 50, 0.94);

    private readonly SensorBench _bench = new();
    private readonly SharedSerialLine _line = new();
    private readonly ModbusPort _port;

    public ModbusScanTests()
    {
        _bench.Board.Serial[2].Peer = _line;
        _port = _bench.ModbusPort();
    }

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void SlavesThatAreNotConfiguredAreFound()
    {
        foreach (byte slave in (byte[])[1, 2, 7, 16, 17])
            Join(slave);
        var scan = Add(2);
        Request(scan);
        _bench.Run(10_000);
        Assert.Equal([1, 7, 16], Found(scan));
    }

    [Fact]
    public void SlaveThatCannotMeasureIsFoundAndAGarbledOneIsNot()
    {
        Join(3).SetFault("slave-failure", true);
        Join(5).SetFault("crc-error", true);
        Join(6).SetFault("absent", true);
        var scan = Add();
        Request(scan);
        _bench.Run(10_000);
        Assert.Equal([3], Found(scan));
    }

    [Fact]
    public void LineOfWhichTheOnlyMeterIsAskedAtTheGeneralAddressIsLeftAlone()
    {
        Join(1);
        var scan = Add(PzemMeter.GeneralAddress);
        Request(scan);
        _bench.Run(10_000);
        Assert.Empty(Found(scan));
    }

    [Fact]
    public void NoMeterIsHeldUpByMoreThanOneQuestion()
    {
        Sensor[] meters = [_bench.Pzem004t(_port, 1), _bench.Pzem004t(_port, 2)];
        Join(1);
        Join(2);
        Join(9);
        var scan = Add(1, 2);
        _bench.Run(5 * Parts.PeriodMs);
        long usual = LongestGap(meters, 10 * Parts.PeriodMs);

        long during = 0;
        for (int i = 0; i < 5; i++)
        {
            Request(scan);
            during = Math.Max(during, LongestGap(meters, 10 * Parts.PeriodMs));
            Assert.Equal([9], Found(scan));
        }

        Assert.InRange(during, usual, usual + TurnMs);
    }

    [Fact]
    public void RequestDuringAScanBeginsAnew()
    {
        Join(4);
        var scan = Add();
        for (int ms = 0; ms < 600; ms += 37)
        {
            Request(scan);
            _bench.Run(ms);
        }

        _bench.Run(10_000);
        Assert.Equal([4], Found(scan));
    }

    [Fact]
    public void BabblingLineEndsTheScanAllTheSame()
    {
        Join(1).SetFault("babble", true);
        var scan = Add();
        Request(scan);
        _bench.Run(20_000);
        Found(scan);
        Assert.True(_bench.Board.Run(() => _port.TryTake(long.MaxValue / 2)));
    }

    private Pzem004t Join(byte slave)
    {
        var meter = new Pzem004t(_bench.Time, () => Mains, slave);
        _line.Join(meter);
        return meter;
    }

    private ModbusScan Add(params int[] configured) =>
        _bench.Add(() => new ModbusScan("com2", _port, new ArrayList(configured)));

    private void Request(ModbusScan scan) => _bench.Board.Run(scan.Request);

    /// <returns>Milliseconds.</returns>
    private long LongestGap(Sensor[] meters, int milliseconds)
    {
        var last = meters.ToDictionary(m => m, m => m.Metrics[0].Time);
        long longest = 0;
        void Look(Sensor sensor)
        {
            if (!last.TryGetValue(sensor, out long before))
                return;
            Assert.Equal(Quality.Ok, sensor.Metrics[0].Quality);
            longest = Math.Max(longest, sensor.Metrics[0].Time - before);
            last[sensor] = sensor.Metrics[0].Time;
        }

        _bench.Stepped += Look;
        _bench.Run(milliseconds);
        _bench.Stepped -= Look;
        return longest;
    }

    private int[] Found(ModbusScan scan) => _bench.Board.Run(() =>
    {
        Assert.False(scan.IsRunning);
        var found = new FoundParts();
        scan.AddTo(found);
        var json = new JsonWriter(new byte[4096]);
        found.Write(json);
        return JsonNode.Parse(json.ToArray())!.AsArray().Select(p => (int)p!["slave"]!).ToArray();
    });
}
