using FsCheck;
using FsCheck.Fluent;
using VirtualBoard.Buses;
using VirtualBoard.Running;
using VirtualRack.Chips;
using Xunit;

namespace Tools.Tests.Rack;

public sealed class Pzem017Tests : IDisposable
{
    private const string ReadAll = "010400000008F1CC";
    private const string Reply = "0104101518035211EE000004D2000000000000EB41";

    private readonly TimeBase _time = TimeBase.Virtual();
    private readonly SerialLine _line = new() { StopBits = 2 };
    private readonly Pzem017 _chip;
    private readonly FarEnd _master;
    private DcReading _reading = new(54, 8.5, 1234);

    public Pzem017Tests()
    {
        _chip = new Pzem017(_time, () => _reading);
        _line.Peer = _chip;
        _master = new FarEnd(_time, _line);
    }

    public void Dispose() => _time.Dispose();

    [Theory]
    [InlineData(ReadAll, Reply)]
    [InlineData("010600030001B80A", "010600030001B80A")]
    [InlineData("01428011", "01428011")]
    public void FramesOfTheSheet(string request, string expected) => Assert.Equal(expected, _master.Ask(request));

    [Fact]
    public void FactorySettings() => Assert.Equal(Sealed("010308753002BC00010000"), _master.Ask(Sealed("010300000004")));

    [Theory]
    [InlineData("010400070002", "018402")] // beyond the last register
    [InlineData("010600030004", "018603")] // no such shunt
    [InlineData("010600040001", "018602")] // no such register
    [InlineData("0106000001F3", "018603")] // alarm below 5 V
    public void Exceptions(string request, string expected) => Assert.Equal(Sealed(expected), _master.Ask(Sealed(request)));

    [Fact]
    public void CurrentIsWrongByTheRatioOfTheShuntsAndShowsNoDirection()
    {
        _reading = _reading with { Amps = -8.5 };
        Assert.Equal(Sealed("0104020352"), _master.Ask(Sealed("010400010001")));
        _master.Ask("010600030001B80A");
        Assert.Equal(Sealed("01040201A9"), _master.Ask(Sealed("010400010001")));
    }

    [Fact]
    public void Alarms()
    {
        _reading = _reading with { Volts = 300.01 };
        Assert.Equal(Sealed("010404FFFF0000"), _master.Ask(Sealed("010400060002")));
        _master.Ask(Sealed("010600017D00"));
        Assert.Equal(Sealed("010404FFFFFFFF"), _master.Ask(Sealed("010400060002")));
    }

    [Fact]
    public void SilentWithoutItsFeed()
    {
        _reading = _reading with { Volts = 6.9 };
        Assert.Equal("", _master.Ask(ReadAll));
    }

    [Fact]
    public void OneStopBitIsSilence()
    {
        _line.StopBits = 1;
        Assert.Equal("", _master.Ask(ReadAll));
    }

    [Fact]
    public void EchoComesBeforeTheReplyAndWithoutAnyReply()
    {
        string heard = "";
        _line.Arrived += bytes => heard += Convert.ToHexString(bytes);
        _chip.Faults = PzemFaults.Echo;
        _master.Ask(ReadAll);
        Assert.Equal(ReadAll + Reply, heard);
        heard = "";
        _chip.Faults = PzemFaults.Echo | PzemFaults.Absent;
        _master.Ask(ReadAll);
        Assert.Equal(ReadAll, heard);
    }

    [Fact]
    public void BabbleAnswersTheQuestionsToOthers()
    {
        _chip.Faults = PzemFaults.Babble;
        Assert.Equal(80, _master.Ask(Sealed("070400000008")).Length);
    }

    [Fact]
    public void AShuntThatDoesNotExistIsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Pzem017(_time, () => _reading, shuntAmps: 75));

    [Fact]
    public void AnyBytesAreSurvived() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(),
        ArbMap.Default.ArbFor<bool>(),
        Gen.Choose(0, 2047).ToArbitrary(),
        (bytes, sealIt, faults) =>
        {
            _chip.Faults = (PzemFaults)faults;
            _master.Ask(Convert.ToHexString(sealIt ? ModbusFrame.Seal([_chip.Address, .. bytes]) : bytes), seconds: 4);
            _chip.Faults = PzemFaults.None;
            return _master.Ask(Sealed($"{_chip.Address:X2}0400000001")).Length == 14;
        }));

    private static string Sealed(string content) => Convert.ToHexString(ModbusFrame.Seal(Convert.FromHexString(content)));
}
