using Appliance.Core.Metrics;
using Appliance.Drivers;
using VirtualRack.Chips;

namespace SystemTests.Drivers;

/// <summary>A reading leaves no garbage. The far ends are scripts, because the chip models allocate on the board's thread.</summary>
public sealed class AllocationTests : IDisposable
{
    private readonly SensorBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Bme280AllocatesNothing()
    {
        byte[] calibration = new byte[256];
        new VirtualRack.Chips.Bme280Calibration().Store(calibration);
        _bench.Board.I2c[1].Attach(
            Parts.Bme280Address,
            new WordsOnI2c
            {
                Replies =
                {
                    [0x88] = calibration[0x88..0xA2],
                    [0xD0] = [0x60],
                    [0xE1] = calibration[0xE1..0xE8],
                    [0xF2] = [1, 0, 0x4C, 0xA0, 0, 0x65, 0x5A, 0xC0, 0x7E, 0xED, 0, 0x75, 0x30],
                    [0xF3] = [0],
                },
            });
        Assert.Equal(0, AllocatedBytes(_bench.Bme280()));
    }

    [Fact]
    public void Sht3xAllocatesNothing()
    {
        _bench.Board.I2c[1].Attach(
            Parts.Sht3xAddress, new WordsOnI2c { Replies = { [0x24] = [0x66, 0x66, 0x93, 0x80, 0x00, 0xA2] } });
        Assert.Equal(0, AllocatedBytes(_bench.Sht3x()));
    }

    [Fact]
    public void Sht4xAllocatesNothing()
    {
        _bench.Board.I2c[1].Attach(
            Parts.Sht4xAddress, new WordsOnI2c { Replies = { [0xFD] = [0x66, 0x66, 0x93, 0x72, 0xB0, 0xDC] } });
        Assert.Equal(0, AllocatedBytes(_bench.Sht4x()));
    }

    [Fact]
    public void Ina226AllocatesNothing()
    {
        _bench.Board.I2c[1].Attach(
            Parts.Ina226Address,
            new WordsOnI2c { Replies = { [0x00] = [0x45, 0x27], [0x01] = [1, 2], [0x02] = [3, 4], [0x06] = [0, 8], [0xFE] = [0x54, 0x49] } });
        Assert.Equal(0, AllocatedBytes(_bench.Ina226()));
    }

    [Fact]
    public void Ina228AllocatesNothing()
    {
        _bench.Board.I2c[1].Attach(
            Parts.Ina226Address,
            new WordsOnI2c
            {
                Replies =
                {
                    [0x01] = [0xFB, 0x6A], [0x04] = [1, 2, 3], [0x05] = [3, 4, 5], [0x06] = [12, 1], [0x0B] = [0x80, 3], [0x3F] = [0x22, 0x81],
                },
            });
        Assert.Equal(0, AllocatedBytes(_bench.Ina228()));
    }

    [Fact]
    public void Ina219AllocatesNothing()
    {
        _bench.Board.I2c[1].Attach(
            Parts.Ina226Address, new WordsOnI2c { Replies = { [0x00] = [0x3E, 0xEF], [0x01] = [1, 2], [0x02] = [0x5D, 0xC2] } });
        Assert.Equal(0, AllocatedBytes(_bench.Ina219()));
    }

    [Fact]
    public void Ds18b20AllocatesNothing()
    {
        _bench.Board.OneWire.Attach(new ScratchpadOnOneWire { Scratchpad = ScratchpadOnOneWire.Seal([0x5E, 1, 0x4B, 0x46, 0x7F, 0xFF, 2, 0x10]) });
        Assert.Equal(0, AllocatedBytes(_bench.Ds18b20(Ds18b20.RomOf(1), Ds18b20.RomOf(2))));
    }

    [Fact]
    public void FanAllocatesNothing()
    {
        _bench.Board.Pins[SensorBench.FanPin].Pulses = micros => micros / 10_000;
        Assert.Equal(0, AllocatedBytes(_bench.Fan(2)));
    }

    [Fact]
    public void ContactAllocatesNothing() => Assert.Equal(0, AllocatedBytes(_bench.Contact(highIsOne: false, holdMs: 30)));

    [Fact]
    public void AnalogueSensorsOnTheAdcAllocateNothing()
    {
        var wires = new AnalogueWires(_bench);
        var ntc = _bench.Ntc(wires.AdcInput(_ => 1.65, channel: 0, samples: 8));
        var divider = _bench.Divider(wires.AdcInput(_ => 1.65, channel: 1));
        var clamp = _bench.Clamp(wires.AdcInput(_ => 1.65, channel: 2));
        var loop = _bench.Loop(wires.AdcInput(_ => 1.65, channel: 3));
        Assert.Equal(0, AllocatedBytes(ntc));
        Assert.Equal(0, AllocatedBytes(divider));
        Assert.Equal(0, AllocatedBytes(clamp));
        Assert.Equal(0, AllocatedBytes(loop));
    }

    [Fact]
    public void AnalogueSensorsOnAnAds1115AllocateNothing()
    {
        _bench.Board.I2c[1].Attach(AnalogueWires.Address, new Ads1115OnI2c(0x3300, 0x3400));
        var driver = AnalogueWires.Driver(_bench);
        var ntc = _bench.Ntc(AnalogueWires.Input(_bench, driver, 0));
        var clamp = _bench.Clamp(AnalogueWires.Input(_bench, driver, 1));
        Assert.Equal(0, AllocatedBytes(ntc));
        Assert.Equal(0, AllocatedBytes(clamp));
    }

    /// <summary>
    /// The virtual serial port copies what it sends and what it hands over, as the world reads it later; the driver itself keeps
    /// its two buffers. One more buffer of a frame would go beyond the bound.
    /// </summary>
    [Fact]
    public void Pzem004tLeavesToTheVirtualPortWhatIsAllocated()
    {
        _bench.Board.Serial[2].Peer = new BytesOnSerial(_bench.Time)
        {
            Reply = ModbusFrame.Seal([1, 4, 20, .. new byte[20]]),
        };
        Assert.InRange(AllocatedBytes(_bench.Pzem004t(_bench.ModbusPort())), 0, 420);
    }

    [Fact]
    public void Pzem017LeavesToTheVirtualPortWhatIsAllocated()
    {
        _bench.Board.Serial[2].Peer = new BytesOnSerial(_bench.Time)
        {
            Reply = ModbusFrame.Seal([1, 4, 16, .. new byte[16]]),
        };
        Assert.InRange(AllocatedBytes(_bench.Pzem017(_bench.ModbusPort(), shuntAmps: 0)), 0, 420);
    }

    /// <returns>Bytes for each reading after the first few.</returns>
    private long AllocatedBytes(Sensor sensor)
    {
        const int Readings = 20;
        _bench.Run(5 * Parts.PeriodMs);
        var log = _bench.Log(sensor);
        log.Clear();
        _bench.Run(Readings * Parts.PeriodMs);
        Assert.True(log.Steps >= Readings);
        MetricAssert.AllAre(Quality.Ok, sensor.Metrics);
        return (log.AllocatedBytes + Readings - 1) / Readings;
    }
}
