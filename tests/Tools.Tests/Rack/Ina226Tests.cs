using FsCheck;
using FsCheck.Fluent;
using VirtualBoard.Running;
using VirtualRack.Chips;
using Xunit;

namespace Tools.Tests.Rack;

public sealed class Ina226Tests : IDisposable
{
    private const int Cycle = 2_200;

    private readonly TimeBase _time = TimeBase.Virtual();
    private readonly Ina226 _chip;
    private readonly I2cMaster _master;
    private double _volts = 12;
    private double _amps = 10;

    public Ina226Tests()
    {
        _chip = new Ina226(_time, () => _volts, () => _amps, shuntMicroohm: 2000);
        _master = new I2cMaster(_chip);
    }

    public void Dispose() => _time.Dispose();

    [Theory]
    [InlineData(0x00, 0x4127)]
    [InlineData(0x01, 0)]
    [InlineData(0x02, 0)]
    [InlineData(0x03, 0)]
    [InlineData(0x04, 0)]
    [InlineData(0x05, 0)]
    [InlineData(0x06, 0)]
    [InlineData(0x07, 0)]
    [InlineData(0xFE, 0x5449)]
    [InlineData(0xFF, 0x2260)]
    public void ResetValues(byte register, int expected) => Assert.Equal(expected, Register(register));

    [Fact]
    public void ExampleOfTheSheet()
    {
        Store(5, 0x0A00);
        Pass(Cycle);
        Assert.Equal(
            new[] { 0x1F40, 0x2580, 0x12C0, 0x2710 },
            new[] { Register(1), Register(2), Register(3), Register(4) });
    }

    [Fact]
    public void CurrentAndPowerAreNothingWithoutCalibration()
    {
        Pass(Cycle);
        Assert.Equal(0x1F40, Register(1));
        Assert.Equal(0, Register(3));
        Assert.Equal(0, Register(4));
    }

    [Fact]
    public void DischargeIsANegativeCurrentAndAPositivePower()
    {
        _amps = -10;
        Store(5, 0x0A00);
        Pass(Cycle);
        Assert.Equal(-10_000, (short)Register(4));
        Assert.Equal(0x12C0, Register(3));
    }

    [Fact]
    public void PointerStaysWhereItWasPut()
    {
        Pass(Cycle);
        _master.Write(0x02);
        Assert.Equal("2580", Convert.ToHexString(_master.Read(2)!));
        Assert.Equal("2580FF", Convert.ToHexString(_master.Read(3)!));
    }

    [Theory]
    [InlineData(0x4127, 2_200)] // 1 average, 1.1 ms each
    [InlineData(0x4007, 280)] // 140 µs each
    [InlineData(0x4005, 140)] // shunt alone
    [InlineData(0x4006, 140)] // bus alone
    [InlineData(0x4527, 35_200)] // 16 averages
    [InlineData(0x4FFF, 16_883_712)] // 1024 averages, 8.244 ms each
    public void ReadyAfterAverageTimesConversionTime(int configuration, long micros)
    {
        Store(0, configuration);
        Pass(micros - 1);
        Assert.Equal(0, Register(6) & 8);
        Pass(1);
        Assert.Equal(8, Register(6) & 8);
        Assert.Equal(0, Register(6) & 8);
    }

    [Fact]
    public void TriggeredModeMeasuresOnce()
    {
        Store(0, 0x4123);
        Pass(Cycle);
        Assert.Equal(0x2580, Register(2));
        _volts = 13;
        Pass(10 * Cycle);
        Assert.Equal(0x2580, Register(2));
        Store(0, 0x4123);
        Pass(Cycle);
        Assert.Equal(10_400, Register(2));
    }

    [Fact]
    public void PowerDownKeepsTheRegisters()
    {
        Pass(Cycle);
        Assert.Equal(0x2580, Register(2));
        Store(0, 0x4120);
        _volts = 5;
        Pass(10 * Cycle);
        Assert.Equal(0x2580, Register(2));
    }

    [Fact]
    public void ResetBitForgetsTheCalibration()
    {
        Store(5, 0x0A00);
        Store(0, 0xC127);
        Assert.Equal(0, Register(5));
        Assert.Equal(0x4127, Register(0));
    }

    [Fact]
    public void BrownOutLooksLikeAReset()
    {
        Store(0, 0x4527);
        Store(5, 0x0A00);
        _chip.BrownOut();
        Assert.Equal(0x4127, Register(0));
        Assert.Equal(0, Register(5));
    }

    [Fact]
    public void MeasuredRegistersAreReadOnly()
    {
        Store(2, 0x1111);
        Store(0xFE, 0x1111);
        Assert.Equal(0, Register(2));
        Assert.Equal(0x5449, Register(0xFE));
    }

    [Fact]
    public void FullScaleIsTheEnd()
    {
        (_volts, _amps) = (54, 60);
        Store(5, 0x7FFF);
        Pass(Cycle);
        Assert.Equal(0x7FFF, Register(1));
        Assert.Equal(0x7FFF, Register(2));
        Assert.Equal(4, Register(6) & 4);
    }

    [Theory]
    [InlineData(0x8000, 7_999, true)] // shunt over
    [InlineData(0x8000, 8_000, false)]
    [InlineData(0x4000, 8_001, true)] // shunt under
    [InlineData(0x2000, 9_599, true)] // bus over
    [InlineData(0x1000, 9_601, true)] // bus under
    [InlineData(0x1000, 9_600, false)]
    [InlineData(0x0800, 4_799, true)] // power over
    [InlineData(0xF800, 8_000, false)] // the highest bit wins
    public void AlertFunction(int mask, int limit, bool expected)
    {
        Store(5, 0x0A00);
        Store(7, limit);
        Store(6, mask);
        Pass(Cycle);
        Assert.Equal(expected, (Register(6) & 0x10) != 0);
    }

    [Fact]
    public void Absent()
    {
        _chip.Faults = Ina226Faults.Absent;
        Assert.False(_master.Write(0));
        Assert.Null(_master.Read(2));
    }

    [Fact]
    public void RefusesWrites()
    {
        _chip.Faults = Ina226Faults.RefusesWrites;
        Assert.False(_master.Write(0));
    }

    [Fact]
    public void AllOnes()
    {
        _chip.Faults = Ina226Faults.AllOnes;
        Assert.Equal(0xFFFF, Register(0xFE));
    }

    [Fact]
    public void Stuck()
    {
        Pass(Cycle);
        Assert.Equal(0x2580, Register(2));
        _chip.Faults = Ina226Faults.Stuck;
        _volts = 5;
        Pass(Cycle);
        Assert.Equal(0x2580, Register(2));
        Assert.Equal(8, Register(6) & 8);
    }

    [Fact]
    public void OutOfRange()
    {
        _chip.Faults = Ina226Faults.OutOfRange;
        Pass(Cycle);
        Assert.Equal(0x7FFF, Register(1));
        Assert.Equal(0x7FFF, Register(2));
    }

    [Fact]
    public void Slow()
    {
        _chip.Faults = Ina226Faults.Slow;
        Pass(9 * Cycle);
        Assert.Equal(0, Register(6) & 8);
        Pass(Cycle);
        Assert.Equal(8, Register(6) & 8);
    }

    [Fact]
    public void NeverReady()
    {
        _chip.Faults = Ina226Faults.NeverReady;
        Pass(1000 * Cycle);
        Assert.Equal(0, Register(6) & 8);
        Assert.Equal(0, Register(2));
    }

    [Fact]
    public void AnyVoltageAndCurrentAreWithinHalfACount() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(0, 36_000).Select(i => i / 1000.0).ToArbitrary(),
        Gen.Choose(-40_000, 40_000).Select(i => i / 1000.0).ToArbitrary(),
        (volts, amps) =>
        {
            (_volts, _amps) = (volts, amps);
            Pass(Cycle);
            return Math.Abs((Register(2) * 1.25e-3) - volts) <= 0.63e-3
                && Math.Abs(((short)Register(1) * 2.5e-6) - (amps * 2e-3)) <= 1.26e-6;
        }));

    [Fact]
    public void AnyBytesAreSurvived() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(),
        Gen.Choose(0, 127).ToArbitrary(),
        (bytes, faults) =>
        {
            _chip.Faults = (Ina226Faults)faults;
            _master.Write(bytes);
            Pass(5_000);
            _master.Read(4);
            _chip.Faults = Ina226Faults.None;
            return Register(0xFE) == 0x5449;
        }));

    private int Register(byte register)
    {
        byte[] bytes = _master.WriteRead(register, 2)!;
        return bytes[0] << 8 | bytes[1];
    }

    private void Store(byte register, int value) =>
        Assert.True(_master.Write(register, (byte)(value >> 8), (byte)value));

    private void Pass(long micros) => _time.RunFor(TimeSpan.FromMicroseconds(micros));
}
