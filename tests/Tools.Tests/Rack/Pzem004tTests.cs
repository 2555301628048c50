using FsCheck;
using FsCheck.Fluent;
using VirtualBoard.Buses;
using VirtualBoard.Running;
using VirtualRack.Chips;
using VirtualRack.Wiring;
using Xunit;

namespace Tools.Tests.Rack;

public sealed class Pzem004tTests : IDisposable
{
    private const string ReadAll = "01040000000A700D";
    private const string Reply = "010414090104D200000A9900003039000001F4005F0000A167";

    private readonly TimeBase _time = TimeBase.Virtual();
    private readonly SerialLine _line = new();
    private readonly Pzem004t _chip;
    private readonly FarEnd _master;
    private AcReading _reading = new(230.5, 1.234, 271.3, 12345, 50, 0.95);

    public Pzem004tTests()
    {
        _chip = new Pzem004t(_time, () => _reading);
        _line.Peer = _chip;
        _master = new FarEnd(_time, _line);
    }

    public void Dispose() => _time.Dispose();

    [Theory]
    [InlineData(ReadAll, Reply)]
    [InlineData("010600020005E809", "010600020005E809")]
    [InlineData("010600010960DE72", "010600010960DE72")]
    [InlineData("01428011", "01428011")]
    public void FramesOfTheSheet(string request, string expected) => Assert.Equal(expected, _master.Ask(request));

    [Fact]
    public void GeneralAddressAnswersAsItWasAsked() =>
        Assert.Equal("F80414090104D200000A9900003039000001F4005F0000", _master.Ask("F8040000000A6464")[..^4]);

    [Fact]
    public void ReplyComesAfterTheDelayAndItsTimeOnTheWire()
    {
        _master.Send(ReadAll);
        long sent = _time.NowMicros;
        _master.Hear(0.25);
        Assert.Equal(sent + 20_000 + _line.Duration(25), _master.LastArrival);
    }

    [Fact]
    public void AFrameMayComeInPieces()
    {
        _master.Send(ReadAll[..6]);
        _master.Send(ReadAll[6..]);
        Assert.Equal(Reply, _master.Hear(0.25));
    }

    [Fact]
    public void AGapOfFourCharactersEndsAFrame()
    {
        _master.Send(ReadAll[..6]);
        _time.RunFor(TimeSpan.FromMicroseconds(_line.Duration(4)));
        _master.Send(ReadAll[6..]);
        Assert.Equal("", _master.Hear(0.25));
    }

    [Fact]
    public void ABrokenFrameDoesNotSpoilTheNext()
    {
        _master.Ask("0104");
        Assert.Equal(Reply, _master.Ask(ReadAll));
    }

    [Theory]
    [InlineData("0107", "018701")] // unknown function
    [InlineData("010400090002", "018402")] // beyond the last register
    [InlineData("010400000000", "018403")] // nothing asked for
    [InlineData("010600020000", "018603")] // address 0
    [InlineData("0106000200F8", "018603")] // the general address
    [InlineData("010600030001", "018602")] // no such holding register
    [InlineData("014200", "01C203")]
    [InlineData("01413721", "01C101")] // calibration only at the general address
    [InlineData("F8410000", "F8C103")] // wrong password
    public void Exceptions(string request, string expected) =>
        Assert.Equal(Sealed(expected), _master.Ask(Sealed(request), seconds: 4));

    [Fact]
    public void CalibrationTakesItsTime()
    {
        string request = Sealed("F8413721");
        Assert.Equal("", _master.Ask(request));
        Assert.Equal(request, _master.Hear(4));
    }

    [Fact]
    public void ExceptionTwoIsThatOfTheSheet() => Assert.Equal("018402C2C1", _master.Ask(Sealed("010400200001")));

    [Fact]
    public void TheAddressCanBeChanged()
    {
        _master.Ask(Sealed("010600020005"));
        Assert.Equal("", _master.Ask(ReadAll));
        Assert.StartsWith("050414", _master.Ask(Sealed("05040000000A")), StringComparison.Ordinal);
        Assert.Equal(Sealed("0503020005"), _master.Ask(Sealed("050300020001")));
    }

    [Fact]
    public void BroadcastIsDoneWithoutAReply()
    {
        Assert.Equal("", _master.Ask(Sealed("000600020005")));
        Assert.Equal(5, _chip.Address);
    }

    [Fact]
    public void EnergyCountsFromTheReset()
    {
        _master.Ask("01428011");
        _reading = _reading with { WattHours = 12_349.5 };
        Assert.Equal(Sealed("01040400040000"), _master.Ask(Sealed("010400050002")));
    }

    [Fact]
    public void PowerAlarm()
    {
        _master.Ask(Sealed("0106000100C8"));
        Assert.Equal(Sealed("010402FFFF"), _master.Ask(Sealed("010400090001")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(79)]
    public void SilentWithoutMains(double volts)
    {
        _reading = _reading with { Volts = volts };
        Assert.Equal("", _master.Ask(ReadAll));
    }

    [Fact]
    public void WrongSpeedIsSilence()
    {
        _line.BaudRate = 19_200;
        Assert.Equal("", _master.Ask(ReadAll));
    }

    [Fact]
    public void SpeedChangedBeforeTheReplyGarblesIt()
    {
        _master.Send(ReadAll);
        _line.BaudRate = 4_800;
        string heard = _master.Hear(0.25);
        Assert.NotEqual("", heard);
        Assert.False(ModbusFrame.IsSound(Convert.FromHexString(heard)));
    }

    [Fact]
    public void Absent() => AssertFault(PzemFaults.Absent, "");

    [Fact]
    public void CrcError()
    {
        _chip.Faults = PzemFaults.CrcError;
        Assert.False(ModbusFrame.IsSound(Convert.FromHexString(_master.Ask(ReadAll))));
    }

    [Fact]
    public void LateReply()
    {
        AssertFault(PzemFaults.LateReply, "");
        Assert.Equal(Reply, _master.Hear(0.5));
    }

    [Fact]
    public void Garbage()
    {
        _chip.Faults = PzemFaults.Garbage;
        string heard = _master.Ask(ReadAll);
        Assert.EndsWith(Reply, heard, StringComparison.Ordinal);
        Assert.Equal(Reply.Length + 16, heard.Length);
    }

    [Fact]
    public void Truncated() => AssertFault(PzemFaults.Truncated, Reply[..24]);

    [Fact]
    public void WrongAddress()
    {
        _chip.Faults = PzemFaults.WrongAddress;
        Assert.StartsWith("1104", _master.Ask(ReadAll), StringComparison.Ordinal);
    }

    [Fact]
    public void SlaveFailure() => AssertFault(PzemFaults.SlaveFailure, Sealed("018404"));

    [Fact]
    public void Stuck()
    {
        _chip.Faults = PzemFaults.Stuck;
        Assert.Equal(Reply, _master.Ask(ReadAll));
        _reading = _reading with { Volts = 200 };
        Assert.Equal(Reply, _master.Ask(ReadAll));
        _chip.Faults = PzemFaults.None;
        Assert.NotEqual(Reply, _master.Ask(ReadAll));
    }

    [Fact]
    public void OutOfRange()
    {
        _chip.Faults = PzemFaults.OutOfRange;
        Assert.StartsWith("010414FFFF423F000F", _master.Ask(ReadAll), StringComparison.Ordinal);
    }

    [Fact]
    public void TwoMetersOnOneLineAnswerForThemselves()
    {
        var shared = new SharedSerialLine();
        shared.Join(_chip);
        shared.Join(new Pzem004t(_time, () => _reading with { Volts = 110 }, address: 2));
        _line.Peer = shared;
        Assert.Equal(Sealed("0104020901"), _master.Ask(Sealed("010400000001")));
        Assert.Equal(Sealed("020402044C"), _master.Ask(Sealed("020400000001")));
    }

    [Fact]
    public void AnyReadingIsWithinHalfACount() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(80_000, 260_000).Select(i => i / 1000.0).ToArbitrary(),
        Gen.Choose(0, 100_000_000).Select(i => i / 1e6).ToArbitrary(),
        (volts, amps) =>
        {
            _reading = _reading with { Volts = volts, Amps = amps };
            byte[] reply = Convert.FromHexString(_master.Ask(ReadAll));
            uint count = (uint)(reply[5] << 8 | reply[6] | reply[7] << 24 | reply[8] << 16);
            return Math.Abs(((reply[3] << 8 | reply[4]) / 10.0) - volts) <= 0.0501
                && Math.Abs((count / 1000.0) - amps) <= 0.000501;
        }));

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

    [Fact]
    public void AnAddressNoSlaveCanHaveIsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Pzem004t(_time, () => _reading, address: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Pzem004t(_time, () => _reading, address: 0xF8));
    }

    private static string Sealed(string content) => Convert.ToHexString(ModbusFrame.Seal(Convert.FromHexString(content)));

    private void AssertFault(PzemFaults fault, string expected)
    {
        _chip.Faults = fault;
        Assert.Equal(expected, _master.Ask(ReadAll));
    }
}
