using FsCheck;
using FsCheck.Fluent;
using VirtualBoard.Running;
using VirtualRack.Chips;
using Xunit;

namespace Tools.Tests.Rack;

public sealed class Ina219Tests : IDisposable
{
    private const int Cycle = 2 * 532;

    private readonly TimeBase _time = TimeBase.Virtual();
    private readonly Ina219 _chip;
    private readonly I2cMaster _master;
    private double _volts = 24;
    private double _amps = 1;

    public Ina219Tests()
    {
        _chip = new Ina219(_time, () => _volts, () => _amps, shuntMicroohm: 100_000);
        _master = new I2cMaster(_chip);
    }

    public void Dispose() => _time.Dispose();

    [Theory]
    [InlineData(0, 0x399F)]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(3, 0)]
    [InlineData(4, 0)]
    [InlineData(5, 0)]
    public void ResetValues(byte register, int expected) => Assert.Equal(expected, Word(register));

    [Fact]
    public void RegistersOfAnExample()
    {
        // 100 µA a count over 0.1 ohm: calibration 4096.
        Store(5, 0x1000);
        Pass(Cycle);
        Assert.Equal(new[] { 10_000, 0xBB82, 10_000 }, new[] { Word(1), Word(2), Word(4) });
        Assert.Equal(12_000, Word(3));
    }

    [Fact]
    public void ReadyIsClearedByReadingThePowerAndByTheConfiguration()
    {
        Pass(Cycle);
        Assert.Equal(2, Word(2) & 2);
        Assert.Equal(2, Word(2) & 2);
        Word(3);
        Assert.Equal(0, Word(2) & 2);
        Pass(Cycle);
        Assert.Equal(2, Word(2) & 2);
        Store(0, 0x399F);
        Assert.Equal(0, Word(2) & 2);
    }

    [Theory]
    [InlineData(0x399F, 1_064)]
    [InlineData(0x3807, 168)] // 9 bits
    [InlineData(0x3EEF, 34_048)] // 32 samples
    [InlineData(0x3FFD, 68_096)] // the shunt alone, 128 samples
    public void ReadyAfterItsConversions(int configuration, long micros)
    {
        Store(0, configuration);
        Pass(micros - 1);
        Assert.Equal(0, Word(2) & 2);
        Pass(1);
        Assert.Equal(2, Word(2) & 2);
    }

    [Theory]
    [InlineData(0x399F, 32_000, 8_000)]
    [InlineData(0x099F, 8_000, 4_000)] // 80 mV, 16 V
    public void ScalesEndWhereTheyAreSet(int configuration, int shunt, int bus)
    {
        (_volts, _amps) = (40, 10);
        Store(0, configuration);
        Pass(Cycle);
        Assert.Equal(shunt, Word(1));
        Assert.Equal(bus, Word(2) >> 3);
    }

    [Fact]
    public void OverflowIsToldInTheBusRegister()
    {
        Store(5, 0xFFFE);
        Pass(Cycle);
        Assert.Equal(1, Word(2) & 1);
    }

    [Fact]
    public void BrownOutAndResetForgetEverything()
    {
        Store(5, 0x1000);
        Store(0, 0x3EEF);
        _chip.BrownOut();
        Assert.Equal((0x399F, 0), (Word(0), Word(5)));
        Store(5, 0x1000);
        Store(0, 0x8000);
        Assert.Equal((0x399F, 0), (Word(0), Word(5)));
    }

    [Fact]
    public void Faults()
    {
        Pass(Cycle);
        Assert.Equal(6000, Word(2) >> 3);
        _chip.Faults = Ina219Faults.Stuck;
        _volts = 5;
        Pass(Cycle);
        Assert.Equal(6000, Word(2) >> 3);
        _chip.Faults = Ina219Faults.OutOfRange;
        Pass(Cycle);
        Assert.Equal((32_000, 7_750), (Word(1), Word(2) >> 3));
        _chip.Faults = Ina219Faults.AllOnes;
        Assert.Equal(0xFFFF, Word(0));
        _chip.Faults = Ina219Faults.NeverReady;
        Store(0, 0x399F);
        Pass(1000 * Cycle);
        Assert.Equal(0, Word(2) & 2);
        _chip.Faults = Ina219Faults.RefusesWrites;
        Assert.False(_master.Write(0));
        _chip.Faults = Ina219Faults.Absent;
        Assert.Null(_master.Read(2));
    }

    [Fact]
    public void AnyBytesAreSurvived() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(),
        Gen.Choose(0, 127).ToArbitrary(),
        (bytes, faults) =>
        {
            _chip.Faults = (Ina219Faults)faults;
            _master.Write(bytes);
            Pass(5_000);
            _master.Read(4);
            _chip.Faults = Ina219Faults.None;
            _chip.BrownOut();
            return Word(0) == 0x399F;
        }));

    private int Word(byte register)
    {
        byte[] bytes = _master.WriteRead(register, 2)!;
        return bytes[0] << 8 | bytes[1];
    }

    private void Store(byte register, int value) => Assert.True(_master.Write(register, (byte)(value >> 8), (byte)value));

    private void Pass(long micros) => _time.RunFor(TimeSpan.FromMicroseconds(micros));
}
