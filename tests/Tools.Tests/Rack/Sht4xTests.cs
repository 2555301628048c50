using FsCheck;
using FsCheck.Fluent;
using VirtualBoard.Running;
using VirtualRack.Chips;
using Xunit;

namespace Tools.Tests.Rack;

public sealed class Sht4xTests : IDisposable
{
    private readonly TimeBase _time = TimeBase.Virtual();
    private readonly Sht4x _chip;
    private readonly I2cMaster _master;
    private double _celsius = 25;
    private double _humidity = 50;

    public Sht4xTests()
    {
        _chip = new Sht4x(_time, () => _celsius, () => _humidity, serial: 0xBEEF0102);
        _master = new I2cMaster(_chip);
    }

    public void Dispose() => _time.Dispose();

    [Fact]
    public void ReplyIsThatOfTheDatasheetFormula() => Assert.Equal("66669372B0DC", Hex(Measure()));

    [Theory]
    [InlineData(0xFD, 8_300)]
    [InlineData(0xF6, 4_500)]
    [InlineData(0xE0, 1_600)]
    [InlineData(0x39, 1_100_000)]
    [InlineData(0x32, 110_000)]
    [InlineData(0x2F, 1_100_000)]
    [InlineData(0x24, 110_000)]
    [InlineData(0x1E, 1_100_000)]
    [InlineData(0x15, 110_000)]
    public void AddressIsRefusedUntilTheMeasurementIsOver(byte command, long micros)
    {
        Assert.True(_master.Write(command));
        Pass(micros - 1);
        Assert.Null(_master.Read(6));
        Assert.False(_master.Write(0x94));
        Pass(1);
        Assert.NotNull(_master.Read(6));
    }

    [Fact]
    public void HeaterWarmsAndDries()
    {
        int heated = Temperature(Measure(0x39, 1_100_000));
        int strong = Temperature(Measure(0x2F, 1_100_000));
        int plain = Temperature(Measure());
        Assert.True(heated > strong && strong > plain);
        Assert.True(Humidity(Measure(0x39, 1_100_000)) < Humidity(Measure()));
    }

    [Fact]
    public void SerialNumberComesAtOnce()
    {
        Assert.True(_master.Write(0x89));
        Assert.Equal("BEEF92", Hex(_master.Read(6))[..6]);
    }

    [Fact]
    public void SoftResetForgetsTheMeasurement()
    {
        _master.Write(0xFD);
        Pass(8_300);
        Assert.True(_master.Write(0x94));
        Assert.Null(_master.Read(6));
        Pass(1_000);
        Assert.Null(_master.Read(6));
        Assert.NotNull(Measure());
    }

    [Fact]
    public void DataAreReadOnceAndThenOnes()
    {
        _master.Write(0xFD);
        Pass(8_300);
        Assert.Equal("FFFF", Hex(_master.Read(8))[12..]);
        Assert.Null(_master.Read(6));
    }

    [Fact]
    public void UnknownCommandIsRefused() => Assert.False(_master.Write(0x00));

    [Fact]
    public void Absent()
    {
        _chip.Faults = Sht4xFaults.Absent;
        Assert.False(_master.Write(0xFD));
    }

    [Fact]
    public void RefusesCommands()
    {
        _chip.Faults = Sht4xFaults.RefusesCommands;
        Assert.True(_chip.Start(read: false));
        Assert.False(_chip.Write(0xFD));
    }

    [Fact]
    public void NeverReady()
    {
        _chip.Faults = Sht4xFaults.NeverReady;
        Assert.Null(Measure());
        Pass(3_600_000_000);
        Assert.Null(_master.Read(6));
        _chip.Faults = Sht4xFaults.None;
        Assert.NotNull(_master.Read(6));
    }

    [Fact]
    public void CrcError()
    {
        _chip.Faults = Sht4xFaults.CrcError;
        byte[] reply = Measure()!;
        Assert.NotEqual(Crc8.Sensirion(reply.AsSpan(0, 2)), reply[2]);
        Assert.NotEqual(Crc8.Sensirion(reply.AsSpan(3, 2)), reply[5]);
    }

    [Fact]
    public void Stuck()
    {
        byte[]? before = Measure();
        _chip.Faults = Sht4xFaults.Stuck;
        _celsius = 40;
        Assert.Equal(before, Measure());
        _chip.Faults = Sht4xFaults.None;
        Assert.NotEqual(before, Measure());
    }

    [Fact]
    public void OutOfRange()
    {
        _chip.Faults = Sht4xFaults.OutOfRange;
        Assert.Equal("FFFFACFFFFAC", Hex(Measure()));
    }

    [Fact]
    public void Slow()
    {
        _chip.Faults = Sht4xFaults.Slow;
        Assert.Null(Measure());
        Pass(2 * 8_300);
        Assert.NotNull(_master.Read(6));
    }

    [Fact]
    public void BrownOutDropsTheMeasurement()
    {
        _master.Write(0xFD);
        _chip.BrownOut();
        Pass(8_300);
        Assert.Null(_master.Read(6));
    }

    [Fact]
    public void AnyAirIsWithinHalfACount() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(-40_000, 125_000).Select(i => i / 1000.0).ToArbitrary(),
        Gen.Choose(0, 100_000).Select(i => i / 1000.0).ToArbitrary(),
        (celsius, humidity) =>
        {
            (_celsius, _humidity) = (celsius, humidity);
            byte[] reply = Measure()!;
            return reply[2] == Crc8.Sensirion(reply.AsSpan(0, 2)) && reply[5] == Crc8.Sensirion(reply.AsSpan(3, 2))
                && Math.Abs(-45 + (175.0 * Temperature(reply) / 65535) - celsius) <= 175.0 / 65535 / 1.999
                && Math.Abs(-6 + (125.0 * Humidity(reply) / 65535) - humidity) <= 125.0 / 65535 / 1.999;
        }));

    [Fact]
    public void AnyBytesAreSurvived() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(),
        Gen.Choose(0, 127).ToArbitrary(),
        (bytes, faults) =>
        {
            _chip.Faults = (Sht4xFaults)faults;
            _master.Write(bytes);
            Pass(20_000);
            _master.Read(9);
            _chip.Faults = Sht4xFaults.None;
            Pass(4_000_000);
            return Measure() is not null;
        }));

    private static int Temperature(byte[]? reply) => reply![0] << 8 | reply[1];

    private static int Humidity(byte[]? reply) => reply![3] << 8 | reply[4];

    private static string Hex(byte[]? bytes) => Convert.ToHexString(bytes!);

    private byte[]? Measure(byte command = 0xFD, long micros = 8_300)
    {
        _master.Write(command);
        Pass(micros);
        return _master.Read(6);
    }

    private void Pass(long micros) => _time.RunFor(TimeSpan.FromMicroseconds(micros));
}
