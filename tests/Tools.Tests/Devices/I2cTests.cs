using System.Device.Gpio;
using System.Device.I2c;
using nanoFramework.Hardware.Esp32;
using Xunit;

namespace Tools.Tests.Devices;

public sealed class I2cTests : IDisposable
{
    private readonly Bench _bench = new();
    private readonly RegisterChip _chip = new(16);

    public I2cTests() => _bench.Board.I2c[1].Attach(0x40, _chip);

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void A_read_after_a_write_is_joined_by_a_repeated_start()
    {
        _chip.Registers[3] = 0xAB;
        _chip.Registers[4] = 0xCD;
        var read = new byte[2];

        var result = Run(0x40, device => Outcome(device.WriteRead(new byte[] { 3 }, read)));

        Assert.Equal((I2cTransferStatus.FullTransfer, 3u), result);
        Assert.Equal([0xAB, 0xCD], read);
        Assert.Equal(["Sw", "03", "Sr", "P"], _chip.Bus);
    }

    [Fact]
    public void Nobody_at_the_address_is_a_status_and_no_exception()
    {
        var read = new byte[] { 1, 2 };

        Assert.Equal((I2cTransferStatus.SlaveAddressNotAcknowledged, 0u), Run(0x41, device => Outcome(device.Read(read))));
        Assert.Equal([0, 0], read);
        Assert.Equal(0, Run(0x41, device => device.ReadByte()));
    }

    [Fact]
    public void A_byte_not_acknowledged_reads_as_an_address_not_acknowledged() =>
        Assert.Equal(
            (I2cTransferStatus.SlaveAddressNotAcknowledged, 0u),
            Run(0x40, device => Outcome(device.Write(new byte[] { 15, 1, 2 }))));

    [Fact]
    public void A_transfer_of_nothing_asks_nobody() =>
        Assert.Equal((I2cTransferStatus.FullTransfer, 0u), Run(0x41, device => Outcome(device.Write(Array.Empty<byte>()))));

    [Fact]
    public void A_stuck_bus_stops_every_thread_for_a_second()
    {
        _bench.Board.I2c[1].IsStuck = true;
        int ticks = 0;

        var (status, micros, ticked) = Run(0x40, device =>
        {
            var interpreter = _bench.Board.Interpreter;
            interpreter.Start("ticker", () =>
            {
                for (; ; ticks++)
                    interpreter.Sleep(10);
            });
            interpreter.Sleep(100);
            long start = _bench.Time.NowMicros;
            int before = ticks;
            var result = device.Write(new byte[] { 1 });
            return (result.Status, _bench.Time.NowMicros - start, ticks - before);
        });

        Assert.Equal((I2cTransferStatus.ClockStretchTimeout, 1_000_000, 0), (status, micros, ticked));
        Assert.True(ticks > 0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_default_pins_belong_to_Ethernet(int bus)
    {
        var refused = Assert.Throws<Exception>(() => _bench.Board.Run(() => new I2cDevice(new I2cConnectionSettings(bus, 0x40))));

        Assert.Contains("SetPinFunction", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pin_that_is_open_as_GPIO_keeps_the_bus_shut() => _bench.Board.Run(() =>
    {
        MovePins();
        using (new GpioController().OpenPin(16))
            Assert.Throws<Exception>(() => new I2cDevice(new I2cConnectionSettings(1, 0x40)));
        new I2cDevice(new I2cConnectionSettings(1, 0x40)).Dispose();
    });

    [Fact]
    public void The_last_device_sets_the_speed_of_all()
    {
        var (fast, slow) = Run(0x40, device =>
        {
            long first = Time(() => device.Write(new byte[] { 0, 1 }));
            using var other = new I2cDevice(new I2cConnectionSettings(1, 0x50, I2cBusSpeed.StandardMode));
            return (first, Time(() => device.Write(new byte[] { 0, 1 })));
        });

        // Address and two bytes, nine clocks each.
        Assert.Equal((67, 270), (fast, slow));
    }

    [Fact]
    public void A_slice_that_begins_inside_its_array_is_refused_as_the_driver_would_ignore_it() =>
        Assert.Throws<NotSupportedException>(() => Run(0x40, device => device.Write(new SpanByte([1, 2, 3], 1, 2)).Status));

    [Fact]
    public void There_is_no_third_bus() =>
        Assert.Throws<ArgumentException>(() => _bench.Board.Run(() => new I2cDevice(new I2cConnectionSettings(3, 0x40))));

    private static (I2cTransferStatus, uint) Outcome(I2cTransferResult result) => (result.Status, result.BytesTransferred);

    private static void MovePins()
    {
        Configuration.SetPinFunction(13, DeviceFunction.I2C1_DATA);
        Configuration.SetPinFunction(16, DeviceFunction.I2C1_CLOCK);
    }

    private long Time(Action action)
    {
        long start = _bench.Time.NowMicros;
        action();
        return _bench.Time.NowMicros - start;
    }

    private T Run<T>(int address, Func<I2cDevice, T> code) => _bench.Board.Run(() =>
    {
        MovePins();
        using var device = new I2cDevice(new I2cConnectionSettings(1, address));
        return code(device);
    });
}
