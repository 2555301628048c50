using FsCheck;
using FsCheck.Fluent;
using VirtualBoard.Running;
using VirtualRack.Chips;
using Xunit;

namespace Tools.Tests.Rack;

public sealed class Sht3xTests : IDisposable
{
    private readonly TimeBase _time = TimeBase.Virtual();
    private readonly Sht3x _chip;
    private readonly I2cMaster _master;
    private double _celsius = 25;
    private double _humidity = 50;

    public Sht3xTests()
    {
        _chip = new Sht3x(_time, () => _celsius, () => _humidity, serial: 0xBEEF0102);
        _master = new I2cMaster(_chip);
    }

    public void Dispose() => _time.Dispose();

    [Fact]
    public void ReplyIsThatOfTheDatasheetFormula() => Assert.Matches("^666693(8000A2|7FFF..)$", Hex(Measure()));

    [Theory]
    [InlineData(0x2400, 15_000)]
    [InlineData(0x240B, 6_000)]
    [InlineData(0x2416, 4_000)]
    public void AddressIsRefusedUntilTheMeasurementIsOver(int command, long micros)
    {
        Assert.True(Command(command));
        Pass(micros - 1);
        Assert.Null(_master.Read(6));
        Assert.False(Command(0x30A2));
        Pass(1);
        Assert.NotNull(_master.Read(6));
        Assert.Null(_master.Read(6));
    }

    [Theory]
    [InlineData(0x2C06)]
    [InlineData(0x2C0D)]
    [InlineData(0x2C10)]
    public void StretchedReadIsAcknowledged(int command)
    {
        Assert.True(Command(command));
        Assert.NotNull(_master.Read(6));
    }

    [Theory]
    [InlineData(0x2032, 2_000_000)]
    [InlineData(0x2126, 1_000_000)]
    [InlineData(0x222B, 500_000)]
    [InlineData(0x2334, 250_000)]
    [InlineData(0x2721, 100_000)]
    public void EachPeriodicMeasurementIsFetchedOnce(int command, long period)
    {
        Assert.True(Command(command));
        Assert.Null(Fetch());
        Pass(15_000);
        Assert.NotNull(Fetch());
        Assert.Null(Fetch());
        Pass(period);
        Assert.NotNull(Fetch());
    }

    [Fact]
    public void PeriodicModeIsLeftByABreakOnly()
    {
        Command(0x2130);
        Pass(20_000);
        Assert.False(Command(0x2400));
        Assert.False(Command(0x30A2));
        Assert.Equal(0x0002, Status() & 0x0002);
        Assert.True(Command(0x3093));
        Assert.NotNull(Measure());
        Assert.Null(Fetch());
    }

    [Fact]
    public void StatusBeginsAsTheDatasheetSays()
    {
        Command(0xF32D);
        Assert.Equal("8010E1", Hex(_master.Read(3)));
    }

    [Fact]
    public void ClearedStatusTellsTheNextReset()
    {
        Assert.True(Command(0x3041));
        Assert.Equal(0, Status());
        Assert.True(Command(0x30A2));
        Pass(1_499);
        Assert.False(Command(0xF32D));
        Pass(1);
        Assert.Equal(0x8010, Status());
    }

    [Fact]
    public void HeaterShowsWarmsAndDries()
    {
        byte[]? plain = Measure();
        Command(0x306D);
        Assert.Equal(0x2000, Status() & 0x2000);
        byte[]? heated = Measure();
        Assert.True(Temperature(heated) > Temperature(plain));
        Assert.True(Humidity(heated) < Humidity(plain));
        Command(0x3066);
        Assert.Equal(plain, Measure());
    }

    [Theory]
    [InlineData(0x3780)]
    [InlineData(0x3682)]
    public void SerialNumberComesAtOnce(int command)
    {
        Assert.True(Command(command));
        Assert.Equal("BEEF92", Hex(_master.Read(6))[..6]);
    }

    [Theory]
    [InlineData(0x611D, 0xE11F)]
    [InlineData(0x6116, 0xE114)]
    [InlineData(0x610B, 0xE109)]
    [InlineData(0x6100, 0xE102)]
    public void LimitIsStoredWithASoundCheckByteOnly(int write, int read)
    {
        Assert.True(_master.Write((byte)(write >> 8), (byte)write, 0xBE, 0xEF, 0x92));
        Assert.Equal(0, Status() & 1);
        Command(read);
        Assert.Equal("BEEF92", Hex(_master.Read(3)));

        Assert.False(_master.Write((byte)(write >> 8), (byte)write, 0x12, 0x34, 0x00));
        Assert.Equal(1, Status() & 1);
        Command(read);
        Assert.Equal("BEEF92", Hex(_master.Read(3)));
    }

    [Fact]
    public void UnknownCommandIsRefusedAndNoted()
    {
        Assert.False(Command(0x0000));
        Assert.Equal(0x0002, Status() & 0x0002);
    }

    [Fact]
    public void Absent()
    {
        _chip.Faults = Sht3xFaults.Absent;
        Assert.False(Command(0x2400));
    }

    [Fact]
    public void RefusesCommands()
    {
        _chip.Faults = Sht3xFaults.RefusesCommands;
        Assert.True(_chip.Start(read: false));
        Assert.False(_chip.Write(0x24));
    }

    [Fact]
    public void NeverReady()
    {
        _chip.Faults = Sht3xFaults.NeverReady;
        Assert.Null(Measure());
        Pass(3_600_000_000);
        Assert.Null(_master.Read(6));
        _chip.Faults = Sht3xFaults.None;
        Assert.NotNull(_master.Read(6));
    }

    [Fact]
    public void CrcError()
    {
        _chip.Faults = Sht3xFaults.CrcError;
        byte[] reply = Measure()!;
        Assert.NotEqual(Crc8.Sensirion(reply.AsSpan(0, 2)), reply[2]);
        Assert.NotEqual(Crc8.Sensirion(reply.AsSpan(3, 2)), reply[5]);
    }

    [Fact]
    public void Stuck()
    {
        byte[]? before = Measure();
        _chip.Faults = Sht3xFaults.Stuck;
        _celsius = 40;
        Assert.Equal(before, Measure());
        _chip.Faults = Sht3xFaults.None;
        Assert.NotEqual(before, Measure());
    }

    [Fact]
    public void OutOfRange()
    {
        _chip.Faults = Sht3xFaults.OutOfRange;
        Assert.Equal("FFFFACFFFFAC", Hex(Measure()));
    }

    [Fact]
    public void Slow()
    {
        _chip.Faults = Sht3xFaults.Slow;
        Assert.Null(Measure());
        Pass(2 * 15_000);
        Assert.NotNull(_master.Read(6));
    }

    [Fact]
    public void BrownOutDropsTheMeasurementAndIsSeenInTheStatus()
    {
        Command(0x3041);
        Command(0x2400);
        _chip.BrownOut();
        Pass(15_000);
        Assert.Null(_master.Read(6));
        Assert.Equal(0x8010, Status());
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
                && Math.Abs((100.0 * Humidity(reply) / 65535) - humidity) <= 100.0 / 65535 / 1.999;
        }));

    [Fact]
    public void AnyBytesAreSurvived() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(),
        Gen.Choose(0, 127).ToArbitrary(),
        (bytes, faults) =>
        {
            _chip.Faults = (Sht3xFaults)faults;
            _master.Write(bytes);
            Pass(20_000);
            _master.Read(9);
            _chip.Faults = Sht3xFaults.None;
            Pass(4_000_000);
            Command(0x3093);
            return Measure() is not null;
        }));

    private static int Temperature(byte[]? reply) => reply![0] << 8 | reply[1];

    private static int Humidity(byte[]? reply) => reply![3] << 8 | reply[4];

    private static string Hex(byte[]? bytes) => Convert.ToHexString(bytes!);

    private bool Command(int command) => _master.Write((byte)(command >> 8), (byte)command);

    private byte[]? Measure()
    {
        Command(0x2400);
        Pass(15_000);
        return _master.Read(6);
    }

    private byte[]? Fetch() => Command(0xE000) ? _master.Read(6) : null;

    private int Status()
    {
        Command(0xF32D);
        byte[] reply = _master.Read(3)!;
        return reply[0] << 8 | reply[1];
    }

    private void Pass(long micros) => _time.RunFor(TimeSpan.FromMicroseconds(micros));
}
