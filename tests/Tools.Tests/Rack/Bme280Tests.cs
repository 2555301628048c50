using FsCheck;
using FsCheck.Fluent;
using VirtualBoard.Running;
using VirtualRack.Chips;
using Xunit;

namespace Tools.Tests.Rack;

public sealed class Bme280Tests : IDisposable
{
    private const byte ForcedOnceEach = 0x25;

    private readonly TimeBase _time = TimeBase.Virtual();
    private readonly Bme280 _chip;
    private readonly I2cMaster _master;
    private double _celsius = 25.08;
    private double _humidity = 50;
    private double _hectopascal = 1006.5327;

    public Bme280Tests()
    {
        _chip = new Bme280(_time, () => _celsius, () => _humidity, () => _hectopascal);
        _master = new I2cMaster(_chip);
    }

    public void Dispose() => _time.Dispose();

    [Fact]
    public void IdIsThatOfTheBme280() => Assert.Equal("60", Read(0xD0, 1));

    [Fact]
    public void CalibrationStandsAsTheDatasheetShowsIt()
    {
        Assert.Equal("706B436718FC7D8E43D6D00B270B8C00F9FF8C3CF8C67017004B", Read(0x88, 26));
        Assert.Equal("6A0100132E031E", Read(0xE1, 7));
    }

    [Fact]
    public void RegistersOfPowerOnAreThoseOfTheDatasheet() => Assert.Equal("00000000008000008000008000", Read(0xF2, 13));

    [Fact]
    public void ExampleOfTheMakersGoesBackToItsRawWords()
    {
        // At the highest oversampling, where all 20 bits count.
        _master.Write(0xF2, 5, 0xF4, 0xB5);
        Pass(200_000);
        byte[] data = _master.WriteRead(0xF7, 8)!;
        Assert.InRange((data[3] << 12) | (data[4] << 4) | (data[5] >> 4), 519_888 - 8, 519_888 + 8);
        Assert.InRange((data[0] << 12) | (data[1] << 4) | (data[2] >> 4), 415_148 - 8, 415_148 + 8);
    }

    [Theory]
    [InlineData(0x24, 0, 0x25, 1_250 + 2_300 + 2_875)]
    [InlineData(0x24, 1, 0x25, 1_250 + 2_300 + 2_875 + 2_875)]
    [InlineData(0xB4, 5, 0xB5, 1_250 + 36_800 + 37_375 + 37_375)]
    [InlineData(0x20, 0, 0x21, 1_250 + 2_300)]
    public void ForcedMeasurementEndsInTimeAndInSleep(byte asleep, byte humidity, byte forced, long micros)
    {
        _master.Write(0xF2, humidity, 0xF4, forced);
        Assert.Equal("08" + Hex(forced), Read(0xF3, 2));
        Pass(micros - 1);
        Assert.Equal("08" + Hex(forced), Read(0xF3, 2));
        Assert.Equal("800000", Read(0xFA, 3));
        Pass(1);
        Assert.Equal("00" + Hex(asleep), Read(0xF3, 2));
        Assert.NotEqual("800000", Read(0xFA, 3));
    }

    [Fact]
    public void SkippedChannelsKeepTheirMark()
    {
        Measure(0, 0x21);
        Assert.Equal("800000", Read(0xF7, 3));
        Assert.NotEqual("800000", Read(0xFA, 3));
        Assert.Equal("8000", Read(0xFD, 2));
    }

    [Fact]
    public void HumidityIsSwitchedByTheNextWriteToItsNeighbour()
    {
        _master.Write(0xF4, ForcedOnceEach, 0xF2, 1);
        Pass(20_000);
        Assert.Equal("8000", Read(0xFD, 2));
        Measure(1, ForcedOnceEach);
        Assert.NotEqual("8000", Read(0xFD, 2));
    }

    [Fact]
    public void OneMeasurementHasSixteenBits()
    {
        Measure(1, ForcedOnceEach);
        Assert.EndsWith("00", Read(0xFA, 3));
        Assert.EndsWith("00", Read(0xF7, 3));
    }

    [Fact]
    public void NormalModeMeasuresAgainAndAgainAndRefusesTheConfiguration()
    {
        _master.Write(0xF5, 0x20, 0xF2, 1, 0xF4, 0x27);
        Pass(9_300);
        string first = Read(0xFA, 3);
        _celsius = 40;
        Pass(62_499);
        Assert.Equal(first, Read(0xFA, 3));
        Pass(9_301);
        Assert.NotEqual(first, Read(0xFA, 3));
        _master.Write(0xF5, 0xA0);
        Assert.Equal("20", Read(0xF5, 1));
    }

    [Fact]
    public void ResetTakesTheSettingsAndTwoMilliseconds()
    {
        Measure(1, ForcedOnceEach);
        Assert.True(_master.Write(0xE0, 0xB6));
        Pass(1_999);
        Assert.Null(_master.WriteRead(0xD0, 1));
        Pass(1);
        RegistersOfPowerOnAreThoseOfTheDatasheet();
    }

    [Fact]
    public void Absent()
    {
        _chip.Faults = Bme280Faults.Absent;
        Assert.Null(_master.WriteRead(0xD0, 1));
    }

    [Fact]
    public void Bmp280HasAnotherIdAndNoHumidity()
    {
        _chip.Faults = Bme280Faults.Bmp280;
        Assert.Equal("58", Read(0xD0, 1));
        Measure(1, ForcedOnceEach);
        Assert.Equal("00", Read(0xF2, 1));
        Assert.Equal("00000000000000", Read(0xE1, 7));
        Assert.Equal("8000", Read(0xFD, 2));
        Assert.NotEqual("800000", Read(0xFA, 3));
    }

    [Fact]
    public void NeverReady()
    {
        _chip.Faults = Bme280Faults.NeverReady;
        Measure(1, ForcedOnceEach);
        Pass(3_600_000_000);
        Assert.Equal("08", Read(0xF3, 1));
        _chip.Faults = Bme280Faults.None;
        Assert.Equal("00", Read(0xF3, 1));
    }

    [Fact]
    public void PowerOnValue()
    {
        _chip.Faults = Bme280Faults.PowerOnValue;
        Measure(1, ForcedOnceEach);
        Assert.Equal("8000008000008000", Read(0xF7, 8));
    }

    [Fact]
    public void OutOfRange()
    {
        _chip.Faults = Bme280Faults.OutOfRange;
        Measure(1, ForcedOnceEach);
        Assert.Equal("000000FFFFF0FFFF", Read(0xF7, 8));
    }

    [Theory]
    [InlineData(Bme280Faults.CalibrationOnes, "FF")]
    [InlineData(Bme280Faults.CalibrationZeros, "00")]
    public void GarbageCalibration(Bme280Faults fault, string value)
    {
        _chip.Faults = fault;
        Assert.Equal(string.Concat(Enumerable.Repeat(value, 26)), Read(0x88, 26));
        Assert.Equal(string.Concat(Enumerable.Repeat(value, 7)), Read(0xE1, 7));
    }

    [Fact]
    public void Slow()
    {
        _chip.Faults = Bme280Faults.Slow;
        _master.Write(0xF2, 1, 0xF4, ForcedOnceEach);
        Pass((3 * 9_300) - 1);
        Assert.Equal("08", Read(0xF3, 1));
        Pass(1);
        Assert.Equal("00", Read(0xF3, 1));
    }

    [Fact]
    public void NvmBusy()
    {
        _chip.Faults = Bme280Faults.NvmBusy;
        Assert.Equal("01", Read(0xF3, 1));
        Assert.Equal("0000", Read(0x88, 2));
    }

    [Fact]
    public void Stuck()
    {
        Measure(1, ForcedOnceEach);
        string before = Read(0xF7, 8);
        _chip.Faults = Bme280Faults.Stuck;
        (_celsius, _humidity, _hectopascal) = (40, 20, 900);
        Measure(1, ForcedOnceEach);
        Assert.Equal(before, Read(0xF7, 8));
        _chip.Faults = Bme280Faults.None;
        Measure(1, ForcedOnceEach);
        Assert.NotEqual(before, Read(0xF7, 8));
    }

    [Fact]
    public void AnyBytesAreSurvived() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(),
        Gen.Choose(0, 1023).ToArbitrary(),
        (bytes, faults) =>
        {
            _chip.Faults = (Bme280Faults)faults;
            _master.Write(bytes);
            Pass(20_000);
            _master.Read(300);
            _chip.Faults = Bme280Faults.None;
            Pass(4_000_000);
            _master.Write(0xF4, 0, 0xF2, 1);
            Measure(1, ForcedOnceEach);
            return Read(0xF3, 1) == "00" && Read(0xFA, 3) != "800000";
        }));

    private static string Hex(byte value) => value.ToString("X2", System.Globalization.CultureInfo.InvariantCulture);

    private void Measure(byte humidity, byte control)
    {
        _master.Write(0xF2, humidity, 0xF4, control);
        Pass(40_000);
    }

    private string Read(byte register, int count) => Convert.ToHexString(_master.WriteRead(register, count)!);

    private void Pass(long micros) => _time.RunFor(TimeSpan.FromMicroseconds(micros));
}
