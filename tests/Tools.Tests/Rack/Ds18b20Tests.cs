using FsCheck;
using FsCheck.Fluent;
using VirtualBoard.Buses;
using VirtualBoard.Running;
using VirtualRack.Chips;
using Xunit;

namespace Tools.Tests.Rack;

public sealed class Ds18b20Tests : IDisposable
{
    private readonly TimeBase _time = TimeBase.Virtual();
    private readonly OneWireBus _bus = new();
    private readonly OneWireMaster _master;
    private readonly Ds18b20 _chip;
    private double _celsius = 22.5;

    public Ds18b20Tests()
    {
        _master = new OneWireMaster(_bus);
        _chip = new Ds18b20(_time, Convert.FromHexString("28139BBB0B00001F"), () => _celsius);
        _bus.Attach(_chip);
    }

    public void Dispose() => _time.Dispose();

    [Fact]
    public void PowerUpScratchpadIsThatOfTheDatasheet() =>
        Assert.Equal("50054B467FFF0C101C", Convert.ToHexString(_master.ReadScratchpad()));

    [Theory]
    [InlineData(22.5, "68014B467FFF081005")]
    [InlineData(25.0625, "91014B467FFF0F1025")]
    [InlineData(-10.125, "5EFF4B467FFF0210B6")]
    [InlineData(125.0, "D0074B467FFF101055")]
    [InlineData(-55.0, "90FC4B467FFF1010EE")]
    public void ScratchpadAfterConversion(double celsius, string expected)
    {
        _celsius = celsius;
        Assert.Equal(expected, Convert.ToHexString(Measure()));
    }

    [Fact]
    public void GenuineEightyFiveDiffersFromPowerUp()
    {
        _celsius = 85;
        Assert.Equal("50054B467FFF1010", Convert.ToHexString(Measure()[..8]));
    }

    [Theory]
    [InlineData(0x1F, 93_750)]
    [InlineData(0x3F, 187_500)]
    [InlineData(0x5F, 375_000)]
    [InlineData(0x7F, 750_000)]
    public void ConversionEndsAtTheTimeOfItsResolution(byte config, long micros)
    {
        WriteSettings(0x4B, 0x46, config);
        _master.Convert();
        Pass(micros - 1);
        Assert.False(_master.ReadBit());
        Assert.Equal(0x50, _master.ReadScratchpad()[0]);
        Pass(1);
        Assert.NotEqual(0x50, _master.ReadScratchpad()[0]);
    }

    [Fact]
    public void PollingSeesTheEndOfAConversion()
    {
        _master.Convert();
        Assert.False(_master.ReadBit());
        Pass(750_000);
        Assert.True(_master.ReadBit());
    }

    [Fact]
    public void LowBitsAreUndefinedAtLowResolution()
    {
        WriteSettings(0x4B, 0x46, 0x1F);
        var low = new HashSet<int>();
        for (int i = 0; i < 20; i++)
        {
            byte[] scratchpad = Measure();
            low.Add(scratchpad[0] & 7);
            Assert.Equal(0x68, scratchpad[0] & 0xF8);
            Assert.Equal(0x10 - (scratchpad[0] & 0x0F), scratchpad[6]);
        }

        Assert.True(low.Count > 1);
    }

    [Fact]
    public void ReadsPastTheScratchpadGiveOnes()
    {
        _master.ReadScratchpad();
        Assert.Equal(new byte[] { 0xFF, 0xFF }, _master.Read(2));
    }

    [Fact]
    public void ReadRomGivesTheCode()
    {
        _master.Reset();
        _master.Write(0x33);
        Assert.Equal("28139BBB0B00001F", Convert.ToHexString(_master.Read(8)));
    }

    [Fact]
    public void MatchRomWithAnotherCodeSilencesThePart() =>
        Assert.All(_master.ReadScratchpad(Ds18b20.RomOf(1)), b => Assert.Equal(0xFF, b));

    [Fact]
    public void SettingsSurvivePowerOnlyWhenCopied()
    {
        WriteSettings(0x20, 0xF0, 0x3F);
        _chip.BrownOut();
        Assert.Equal("4B467F", Convert.ToHexString(_master.ReadScratchpad()[2..5]));

        WriteSettings(0x20, 0xF0, 0x3F);
        _master.Reset();
        _master.Write(0xCC, 0x48);
        Assert.False(_master.ReadBit());
        Pass(10_000);
        Assert.True(_master.ReadBit());
        _chip.BrownOut();
        Assert.Equal("20F03F", Convert.ToHexString(_master.ReadScratchpad()[2..5]));
        Assert.Equal(1, _chip.EepromWrites);
    }

    [Fact]
    public void RecallBringsTheEepromBack()
    {
        WriteSettings(0x20, 0xF0, 0x3F);
        _master.Reset();
        _master.Write(0xCC, 0xB8);
        Assert.Equal("4B467F", Convert.ToHexString(_master.ReadScratchpad()[2..5]));
    }

    [Fact]
    public void ReservedBitsOfTheConfigurationStayOne()
    {
        WriteSettings(0, 0, 0x80);
        Assert.Equal(0x1F, _master.ReadScratchpad()[4]);
    }

    [Fact]
    public void Absent()
    {
        _chip.Faults = Ds18b20Faults.Absent;
        Assert.False(_master.Reset());
        Assert.All(_master.ReadScratchpad(), b => Assert.Equal(0xFF, b));
    }

    [Fact]
    public void PluggedInAgainThePartHasItsPowerOnValue()
    {
        Measure();
        _chip.Faults = Ds18b20Faults.Absent;
        _chip.Faults = Ds18b20Faults.None;
        Assert.Equal(0x1C, _master.ReadScratchpad()[8]);
    }

    [Fact]
    public void CrcError()
    {
        _chip.Faults = Ds18b20Faults.CrcError;
        Assert.NotEqual(0, Crc8.Maxim(Measure()));
    }

    [Fact]
    public void Stuck()
    {
        byte[] before = Measure();
        _chip.Faults = Ds18b20Faults.Stuck;
        _celsius = 40;
        Assert.Equal(before, Measure());
    }

    [Fact]
    public void PowerOnValue()
    {
        _chip.Faults = Ds18b20Faults.PowerOnValue;
        Assert.Equal("50054B467FFF0C101C", Convert.ToHexString(Measure()));
    }

    [Fact]
    public void OutOfRange()
    {
        _chip.Faults = Ds18b20Faults.OutOfRange;
        Assert.Equal("FF07", Convert.ToHexString(Measure()[..2]));
    }

    [Fact]
    public void Slow()
    {
        _chip.Faults = Ds18b20Faults.Slow;
        Assert.Equal(0x50, Measure()[0]);
        Pass(750_000);
        Assert.Equal(0x68, _master.ReadScratchpad()[0]);
    }

    [Fact]
    public void CloneKeepsByteSixAndIgnoresTheResolution()
    {
        _chip.Faults = Ds18b20Faults.Clone;
        WriteSettings(0x4B, 0x46, 0x1F);
        _celsius = 25.0625;
        _master.Convert();
        Pass(30_000);
        Assert.Equal("91014B461FFF0C10", Convert.ToHexString(_master.ReadScratchpad()[..8]));
    }

    [Fact]
    public void FixedResolutionKeepsTwelveBitsAndTheAlarmBytesOnly()
    {
        _chip.Faults = Ds18b20Faults.FixedResolution;
        WriteSettings(0x20, 0xF0, 0x1F);
        Assert.Equal("20F07F", Convert.ToHexString(_master.ReadScratchpad()[2..5]));
    }

    [Fact]
    public void WarmCloneBeginsAtTwentyFive()
    {
        _chip.Faults = Ds18b20Faults.CloneWarm;
        byte[] scratchpad = _master.ReadScratchpad();
        Assert.Equal("9001", Convert.ToHexString(scratchpad[..2]));
        Assert.Equal(0x66, scratchpad[7]);
    }

    [Fact]
    public void ShortedDataPassesTheCrc()
    {
        _chip.Faults = Ds18b20Faults.ShortedData;
        byte[] scratchpad = _master.ReadScratchpad();
        Assert.All(scratchpad, b => Assert.Equal(0, b));
        Assert.Equal(0, Crc8.Maxim(scratchpad));
    }

    [Fact]
    public void ParasitePowerShowsAndForbidsTraffic()
    {
        _chip.Faults = Ds18b20Faults.ParasitePower;
        _master.Reset();
        _master.Write(0xCC, 0xB4);
        Assert.False(_master.ReadBit());
        _master.Convert();
        Assert.True(_master.ReadBit());
        _master.Reset();
        Pass(750_000);
        Assert.Equal(0x50, _master.ReadScratchpad()[0]);
    }

    [Fact]
    public void ExternalPowerShows()
    {
        _master.Reset();
        _master.Write(0xCC, 0xB4);
        Assert.True(_master.ReadBit());
    }

    [Fact]
    public void SearchFindsEveryPartOnce() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(0, int.MaxValue).Select(i => (long)i * 131_071).ListOf().Select(l => l.Take(12).ToList()).ToArbitrary(),
        serials =>
        {
            var bus = new OneWireBus();
            var roms = serials.Distinct().Select(s => Ds18b20.RomOf(s & 0xFFFFFFFFFFFF)).ToList();
            foreach (byte[] rom in roms)
                bus.Attach(new Ds18b20(_time, rom, () => 20));
            var found = new OneWireMaster(bus).Search();
            Assert.Equal(roms.Select(Convert.ToHexString).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        }));

    [Fact]
    public void AlarmSearchFindsTheHotPartAlone()
    {
        _bus.Attach(new Ds18b20(_time, Ds18b20.RomOf(42), () => 80));
        _master.Convert();
        Pass(750_000);
        Assert.Equal([Convert.ToHexString(Ds18b20.RomOf(42))], AlarmSearchBetween(10, 75));
    }

    [Fact]
    public void EachPartAnswersForItself()
    {
        byte[] other = Ds18b20.RomOf(7);
        _bus.Attach(new Ds18b20(_time, other, () => 30));
        _master.Convert();
        Pass(750_000);
        Assert.Equal("6801", Convert.ToHexString(_master.ReadScratchpad(Convert.FromHexString("28139BBB0B00001F"))[..2]));
        Assert.Equal("E001", Convert.ToHexString(_master.ReadScratchpad(other)[..2]));
    }

    [Fact]
    public void AnyTemperatureIsWithinHalfAStep() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(-550_000, 1_250_000).Select(i => i / 10_000.0).ToArbitrary(),
        celsius =>
        {
            _celsius = celsius;
            byte[] scratchpad = Measure();
            return Crc8.Maxim(scratchpad) == 0
                && Math.Abs((BitConverter.ToInt16(scratchpad) / 16.0) - celsius) <= 1.0 / 32;
        }));

    [Fact]
    public void AnySlotsAreSurvivedAndForgottenByAReset() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(),
        Gen.Choose(0, 2047).ToArbitrary(),
        (bytes, faults) =>
        {
            _chip.Faults = (Ds18b20Faults)faults;
            _master.Reset();
            _master.Write(bytes);
            _master.Read(12);
            Pass(1000);
            _chip.Faults = Ds18b20Faults.None;
            _master.Reset();
            _master.Write(0x33);
            return Crc8.Maxim(_master.Read(8)) == 0;
        }));

    [Fact]
    public void ACodeWithAWrongCrcIsRefused() =>
        Assert.Throws<ArgumentException>(() => new Ds18b20(_time, new byte[] { 0x28, 1, 0, 0, 0, 0, 0, 0 }, () => 20));

    private List<string> AlarmSearchBetween(sbyte low, sbyte high)
    {
        WriteSettings((byte)high, (byte)low, 0x7F);
        _master.Convert();
        Pass(750_000);
        return _master.Search(0xEC);
    }

    private byte[] Measure()
    {
        _master.Convert();
        Pass(750_000);
        return _master.ReadScratchpad();
    }

    private void WriteSettings(params byte[] settings)
    {
        _master.Reset();
        _master.Write(0xCC, 0x4E);
        _master.Write(settings);
    }

    private void Pass(long micros) => _time.RunFor(TimeSpan.FromMicroseconds(micros));
}
