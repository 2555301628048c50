using FsCheck;
using FsCheck.Fluent;
using VirtualBoard.Running;
using VirtualRack.Chips;
using Xunit;

namespace Tools.Tests.Rack;

public sealed class Ina228Tests : IDisposable
{
    private const int Cycle = 3 * 1052;

    private readonly TimeBase _time = TimeBase.Virtual();
    private readonly Ina228 _chip;
    private readonly I2cMaster _master;
    private double _volts = 54;
    private double _amps = 100;

    public Ina228Tests()
    {
        _chip = new Ina228(_time, () => _volts, () => _amps, () => 25, shuntMicroohm: 750);
        _master = new I2cMaster(_chip);
    }

    public void Dispose() => _time.Dispose();

    [Theory]
    [InlineData(0x00, "0000")]
    [InlineData(0x01, "FB68")]
    [InlineData(0x02, "1000")]
    [InlineData(0x04, "000000")]
    [InlineData(0x09, "0000000000")]
    [InlineData(0x0B, "0001")]
    [InlineData(0x0C, "7FFF")]
    [InlineData(0x0D, "8000")]
    [InlineData(0x0F, "0000")]
    [InlineData(0x11, "FFFF")]
    [InlineData(0x3E, "5449")]
    [InlineData(0x3F, "2281")]
    public void ResetValues(byte register, string expected) => Assert.Equal(expected, Register(register, expected.Length / 2));

    [Fact]
    public void ExampleOfTheSheet()
    {
        Store(2, 1875);
        Pass(Cycle);
        Assert.Equal("3A9800", Register(4, 3)); // 75 mV: 240000 counts
        Assert.Equal("438000", Register(5, 3)); // 54 V: 276480 counts
        Assert.Equal("0C80", Register(6, 2));
        Assert.Equal("7FFFF0", Register(7, 3)); // 100 A of 100 A: the end of the scale
        Assert.Equal(0x0200, Word(0x0B) & 0x0200);
    }

    [Fact]
    public void NarrowRangeCountsFinerAndEndsSooner()
    {
        (_amps, _volts) = (-10, 10);
        Store(0, 0x0010);
        Pass(Cycle);
        Assert.Equal("E89000", Register(4, 3)); // -7.5 mV: -96000 counts
        _amps = 100;
        Pass(Cycle);
        Assert.Equal("7FFFF0", Register(4, 3));
    }

    [Fact]
    public void ReadyIsClearedByALookOnlyWithTheLatch()
    {
        Pass(Cycle);
        Assert.Equal(2, Word(0x0B) & 2);
        Assert.Equal(2, Word(0x0B) & 2);
        Store(0x0B, 0x8001);
        Assert.Equal(2, Word(0x0B) & 2);
        Assert.Equal(0, Word(0x0B) & 2);
        Pass(Cycle);
        Assert.Equal(2, Word(0x0B) & 2);
    }

    [Theory]
    [InlineData(0xFB68, 3_156)]
    [InlineData(0xFB6A, 50_496)] // 16 averages
    [InlineData(0x1000, 50)] // the bus once
    [InlineData(0x6FFF, 8_437_760)] // shunt and die once, 1024 averages of 4.12 ms each
    public void ReadyAfterAverageTimesConversionTime(int adc, long micros)
    {
        Store(1, adc);
        Pass(micros - 1);
        Assert.Equal(0, Word(0x0B) & 2);
        Pass(1);
        Assert.Equal(2, Word(0x0B) & 2);
    }

    [Fact]
    public void EnergyAndChargeAddUp()
    {
        Store(2, 3750); // 200 A of full scale: 381.47 µA a count
        Pass(1000 * Cycle);
        double seconds = 1000 * Cycle * 1e-6;
        double lsb = 200.0 / (1 << 19);
        Assert.Equal(5400 * seconds, Long(9) * 16 * 3.2 * lsb, 0.1);
        Assert.Equal(100 * seconds, Long(10) * lsb, 0.01);
        Store(0, 0x4000);
        Assert.Equal(0, Long(9));
    }

    [Theory]
    [InlineData(0x0E, 17_279, 0x10)] // bus over 53.997 V
    [InlineData(0x0E, 17_280, 0)]
    [InlineData(0x0F, 17_281, 0x08)]
    [InlineData(0x0C, 14_999, 0x40)] // shunt over 74.995 mV
    [InlineData(0x0D, 15_001, 0x20)]
    [InlineData(0x10, 3_199, 0x80)]
    public void Limits(byte register, int limit, int flag)
    {
        Store(register, limit);
        Pass(Cycle);
        Assert.Equal(flag, Word(0x0B) & 0xFC);
    }

    [Fact]
    public void BrownOutLooksLikeAReset()
    {
        Store(1, 0xFB6A);
        Pass(100_000);
        _chip.BrownOut();
        Assert.Equal(0xFB68, Word(1));
        Assert.Equal("000000", Register(5, 3));
        Assert.Equal(0, Word(0x0B) & 2);
    }

    [Fact]
    public void Faults()
    {
        Pass(Cycle);
        Assert.Equal("438000", Register(5, 3));
        _chip.Faults = Ina228Faults.Stuck;
        _volts = 5;
        Pass(Cycle);
        Assert.Equal("438000", Register(5, 3));
        _chip.Faults = Ina228Faults.OutOfRange;
        Pass(Cycle);
        Assert.Equal("7FFFF0", Register(4, 3));
        Assert.Equal("7BC000", Register(5, 3)); // 99 V
        _chip.Faults = Ina228Faults.WrongId | Ina228Faults.MemoryError;
        Assert.Equal(0x2380, Word(0x3F));
        Assert.Equal(0, Word(0x0B) & 1);
        _chip.Faults = Ina228Faults.AllOnes;
        Assert.Equal("FFFFFFFFFF", Register(9, 5));
        _chip.Faults = Ina228Faults.RefusesWrites;
        Assert.False(_master.Write(0));
        _chip.Faults = Ina228Faults.Absent;
        Assert.Null(_master.Read(2));
    }

    [Fact]
    public void AnyBytesAreSurvived() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(),
        Gen.Choose(0, 511).ToArbitrary(),
        (bytes, faults) =>
        {
            _chip.Faults = (Ina228Faults)faults;
            _master.Write(bytes);
            Pass(5_000);
            _master.Read(6);
            _chip.Faults = Ina228Faults.None;
            return Word(0x3F) == 0x2281;
        }));

    private string Register(byte register, int bytes) => Convert.ToHexString(_master.WriteRead(register, bytes)!);

    private int Word(byte register) => Convert.ToInt32(Register(register, 2), 16);

    private long Long(byte register) => Convert.ToInt64(Register(register, 5), 16);

    private void Store(byte register, int value) => Assert.True(_master.Write(register, (byte)(value >> 8), (byte)value));

    private void Pass(long micros) => _time.RunFor(TimeSpan.FromMicroseconds(micros));
}
