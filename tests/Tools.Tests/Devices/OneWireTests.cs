using FsCheck;
using FsCheck.Fluent;
using nanoFramework.Device.OneWire;
using nanoFramework.Hardware.Esp32;
using System.IO.Ports;
using VirtualBoard;
using Xunit;

namespace Tools.Tests.Devices;

public sealed class OneWireTests
{
    [Fact]
    public void Twelve_sensors_are_found_each_once()
    {
        var codes = Enumerable.Range(0, 12).Select(i => RomDevice.Code(0x28, 0x1000_0000UL + ((ulong)i * 37))).ToArray();

        Assert.Equal(Text(codes), Text(Search(codes)));
    }

    [Fact]
    public void Any_set_of_sensors_is_found() => Prop.ForAll(
        ArbMap.Default.ArbFor<ulong[]>(),
        serials =>
        {
            var codes = serials.Select((serial, i) => RomDevice.Code((byte)(serial >> 56 | (uint)i & 3), serial)).DistinctBy(Convert.ToHexString).ToArray();
            return Text(codes).SequenceEqual(Text(Search(codes)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_alarm_search_finds_the_alarmed_only()
    {
        using var bench = new Bench();
        byte[] alarmed = RomDevice.Code(0x28, 2);
        bench.Board.OneWire.Attach(new RomDevice(RomDevice.Code(0x28, 1)));
        bench.Board.OneWire.Attach(new RomDevice(alarmed) { IsAlarmed = true });

        var (found, more, serial) = bench.Board.Run(() =>
        {
            using var host = Host();
            bool first = host.FindFirstDevice(true, true);
            byte[] number = (byte[])host.SerialNumber.Clone();
            return (first, host.FindNextDevice(true, true), number);
        });

        Assert.Equal((true, false), (found, more));
        Assert.Equal(alarmed, serial);
    }

    [Fact]
    public void A_wrong_checksum_ends_the_search()
    {
        byte[] code = RomDevice.Code(0x28, 7);
        code[7] ^= 1;

        Assert.Empty(Search([code]));
    }

    [Fact]
    public void A_shorted_bus_looks_like_one_device_of_zeros()
    {
        using var bench = new Bench();
        bench.Board.OneWire.IsShorted = true;

        var found = bench.Board.Run(() =>
        {
            using var host = Host();
            return (host.TouchReset(), host.FindAllDevices());
        });

        Assert.True(found.Item1);
        Assert.Equal(new byte[8], Assert.Single(found.Item2));
    }

    [Fact]
    public void Slots_and_resets_take_their_time_on_the_wire()
    {
        using var bench = new Bench();

        var (reset, data) = bench.Board.Run(() =>
        {
            using var host = Host();
            long start = bench.Time.NowMicros;
            host.TouchReset();
            long afterReset = bench.Time.NowMicros;
            host.WriteByte(0xCC);
            return (afterReset - start, bench.Time.NowMicros - afterReset);
        });

        Assert.Equal((1000, 8 * 87), (reset, data));
    }

    [Fact]
    public void A_byte_written_comes_back_unless_the_bus_is_held()
    {
        using var bench = new Bench();

        bench.Board.Run(() =>
        {
            using var host = Host();
            Assert.Equal(1, host.WriteByte(0x44));
            Assert.Equal(0xFF, host.ReadByte());
            bench.Board.OneWire.IsShorted = true;
            Assert.Equal(0, host.WriteByte(0x44));
            Assert.Equal(0, host.ReadByte());
        });
    }

    [Fact]
    public void There_is_one_host_at_a_time()
    {
        using var bench = new Bench();

        bench.Board.Run(() =>
        {
            var host = Host();
            Assert.Throws<InvalidOperationException>(() => new OneWireHost());
            host.Dispose();
            new OneWireHost().Dispose();
        });
    }

    [Fact]
    public void Both_pins_of_COM3_must_be_set()
    {
        using var bench = new Bench();

        bench.Board.Run(() =>
        {
            Configuration.SetPinFunction(14, DeviceFunction.COM3_TX);
            Assert.Throws<Exception>(() => new OneWireHost());
        });
    }

    [Fact]
    public void COM3_and_1_Wire_exclude_each_other()
    {
        using var bench = new Bench();

        bench.Board.Run(() =>
        {
            using var port = new SerialPort("COM3");
            var host = Host();
            Assert.Throws<InvalidOperationException>(port.Open);
            host.Dispose();
            port.Open();
            Assert.Throws<InvalidOperationException>(() => new OneWireHost());
        });
    }

    [Fact]
    public void An_image_without_1_Wire_refuses()
    {
        using var bench = new Bench(new BoardProfile { HasOneWire = false });

        Assert.Throws<NotSupportedException>(() => bench.Board.Run(Host));
    }

    private static IEnumerable<string> Text(IEnumerable<byte[]> codes) => codes.Select(Convert.ToHexString).Order(StringComparer.Ordinal);

    private static OneWireHost Host()
    {
        Configuration.SetPinFunction(14, DeviceFunction.COM3_TX);
        Configuration.SetPinFunction(15, DeviceFunction.COM3_RX);
        return new OneWireHost();
    }

    private static byte[][] Search(byte[][] codes)
    {
        using var bench = new Bench();
        foreach (byte[] code in codes)
            bench.Board.OneWire.Attach(new RomDevice(code));
        return bench.Board.Run(() =>
        {
            using var host = Host();
            return host.FindAllDevices().Cast<byte[]>().ToArray();
        });
    }
}
