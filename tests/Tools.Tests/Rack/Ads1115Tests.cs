using FsCheck;
using FsCheck.Fluent;
using VirtualBoard.Running;
using VirtualRack.Chips;
using Xunit;

namespace Tools.Tests.Rack;

public sealed class Ads1115Tests : IDisposable
{
    private const int Conversion = 0, Configuration = 1, Low = 2, High = 3;

    /// <summary>Wake-up and one conversion at 128 a second.</summary>
    private const int Single = 25 + 7_812;

    private readonly TimeBase _time = TimeBase.Virtual();
    private readonly Ads1115 _chip;
    private readonly I2cMaster _master;
    private readonly double[] _volts = new double[4];

    public Ads1115Tests()
    {
        _chip = new Ads1115(_time);
        _master = new I2cMaster(_chip);
        for (int i = 0; i < _volts.Length; i++)
        {
            int channel = i;
            _chip.Wire(i, new DividerTap(() => _volts[channel], 0, 1));
        }
    }

    public void Dispose() => _time.Dispose();

    [Theory]
    [InlineData(Conversion, 0)]
    [InlineData(Configuration, 0x8583)]
    [InlineData(Low, 0x8000)]
    [InlineData(High, 0x7FFF)]
    public void ResetValues(byte register, int expected) => Assert.Equal(expected, Register(register));

    [Theory]
    [InlineData(0xC183, 1.5, 8000)]
    [InlineData(0xC383, 1.25, 10_000)]
    [InlineData(0xC583, 1.25, 20_000)]
    [InlineData(0xC783, 1.25, 32_767)]
    [InlineData(0xC983, 0.25, 16_000)]
    [InlineData(0xCB83, 0.25, 32_000)]
    [InlineData(0xCF83, 0.25, 32_000)]
    [InlineData(0xC383, 5, 28_800)]
    [InlineData(0xC383, -5, -2_400)]
    public void CountsByRangeUpToWhatTheDiodesHold(int configuration, double volts, int expected)
    {
        _volts[0] = volts;
        Store(Configuration, configuration);
        Pass(Single);
        Assert.Equal(expected, (short)Register(Conversion));
    }

    [Theory]
    [InlineData(0, 2_000)]
    [InlineData(1, 6_000)]
    [InlineData(2, 4_000)]
    [InlineData(3, 2_400)]
    [InlineData(4, 8_000)]
    [InlineData(5, 6_000)]
    [InlineData(6, 4_400)]
    [InlineData(7, 2_000)]
    public void MultiplexerTakesItsPair(int code, int expected)
    {
        (_volts[0], _volts[1], _volts[2], _volts[3]) = (1.0, 0.75, 0.55, 0.25);
        Store(Configuration, 0x8383 | (code << 12));
        Pass(Single);
        Assert.Equal(expected, (short)Register(Conversion));
    }

    [Theory]
    [InlineData(0, 125_000)]
    [InlineData(1, 62_500)]
    [InlineData(4, 7_812)]
    [InlineData(5, 4_000)]
    [InlineData(7, 1_162)]
    public void BusyForOneConversionToTheMicrosecond(int rate, int micros)
    {
        Store(Configuration, 0xC303 | (rate << 5));
        Pass(25 + micros - 1);
        Assert.Equal(0, Register(Configuration) & 0x8000);
        Pass(1);
        Assert.Equal(0x8000, Register(Configuration) & 0x8000);
    }

    [Fact]
    public void ConversionUnderWayEndsWithTheSettingsItBeganWith()
    {
        (_volts[0], _volts[1]) = (1, 2);
        Store(Configuration, 0xC383);
        Pass(1_000);
        Store(Configuration, 0xD383);
        Pass(Single - 1_000);
        Assert.Equal(8_000, Register(Conversion));
        Pass(Single);
        Assert.Equal(8_000, Register(Conversion));
        Store(Configuration, 0xD383);
        Pass(Single);
        Assert.Equal(16_000, Register(Conversion));
    }

    [Fact]
    public void ContinuousModeGoesOnUntilItIsToldToRest()
    {
        _volts[0] = 1;
        Store(Configuration, 0x42E3);
        Pass(10_000);
        Assert.Equal((8_000, 0), (Register(Conversion), Register(Configuration) & 0x8000));
        _volts[0] = 2;
        Pass(10_000);
        Assert.Equal(16_000, Register(Conversion));
        Store(Configuration, 0x43E3);
        Pass(1_200);
        Assert.Equal(0xC3E3, Register(Configuration));
        _volts[0] = 1;
        Pass(10_000);
        Assert.Equal(16_000, Register(Conversion));
    }

    [Fact]
    public void ConversionIsTheMeanOverItsTime()
    {
        var chip = new Ads1115(_time);
        chip.Wire(0, new CurrentClamp(() => 10, hertz: 128));
        var master = new I2cMaster(chip);
        master.Write(Configuration, 0xC3, 0x83);
        Pass(Single);
        byte[] word = master.WriteRead(Conversion, 2)!;
        Assert.InRange((short)((word[0] << 8) | word[1]), 13_200 - 30, 13_200 + 30);
    }

    [Fact]
    public void Faults()
    {
        _volts[0] = 1;
        Assert.Null(With("absent", () => _master.WriteRead(0, 2)));
        Assert.False(With("refuses-writes", () => _master.Write(Configuration, 0xC3, 0x83)));
        Assert.Equal(0xFFFF, With("all-ones", () => Register(High)));
        Assert.Equal(0, With("never-ready", () => Measured(Configuration) & 0x8000));
        Assert.Equal(8_000, Measured(Conversion));
        _volts[0] = 2;
        Assert.Equal(8_000, With("stuck", () => Measured(Conversion)));
        Assert.Equal(0x7FFF, With("out-of-range", () => Measured(Conversion)));
        Assert.Equal(0, With("slow", () => Measured(Configuration) & 0x8000));
    }

    [Fact]
    public void AnyBytesLeaveAChipThatAnswers() => Prop.ForAll<byte[], ushort>((bytes, pause) =>
    {
        _master.Write(bytes);
        Pass(pause);
        _master.Read(3);
        return _master.WriteRead(Configuration, 2) is not null;
    }).QuickCheckThrowOnFailure();

    private T With<T>(string fault, Func<T> look)
    {
        _chip.SetFault(fault, true);
        var seen = look();
        _chip.SetFault(fault, false);
        Pass(100_000);
        return seen;
    }

    private int Measured(byte register)
    {
        Store(Configuration, 0xC383);
        Pass(Single);
        return Register(register);
    }

    private void Store(byte register, int value) =>
        Assert.True(_master.Write(register, (byte)(value >> 8), (byte)value));

    private int Register(byte register)
    {
        byte[] word = _master.WriteRead(register, 2)!;
        return (word[0] << 8) | word[1];
    }

    private void Pass(int micros) => _time.RunFor(TimeSpan.FromMicroseconds(micros));
}
