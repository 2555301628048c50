using VirtualRack.Chips;
using Xunit;

namespace Tools.Tests.Rack;

/// <summary>The parts that hang on an analogue input.</summary>
public sealed class VoltageSourceTests
{
    [Theory]
    [InlineData(0, 2.543)]
    [InlineData(25, 1.650)]
    [InlineData(40, 1.143)]
    public void ThermistorOf10kAnd3950(double celsius, double volts)
    {
        Assert.Equal(volts, new Ntc(() => celsius).Volts(0), 0.002);
        Assert.Equal(3.3 - volts, new Ntc(() => celsius, isHighSide: true).Volts(0), 0.002);
    }

    [Theory]
    [InlineData(false, "absent", 3.3)]
    [InlineData(false, "shorted", 0)]
    [InlineData(true, "absent", 0)]
    [InlineData(true, "shorted", 3.3)]
    public void WiresOfAThermistor(bool isHighSide, string fault, double volts)
    {
        var part = new Ntc(() => 25, isHighSide: isHighSide);
        part.SetFault(fault, true);
        Assert.Equal(volts, part.Volts(0), 9);
    }

    [Theory]
    [InlineData("", 1.2)]
    [InlineData("absent", 0)]
    [InlineData("shorted", 0)]
    [InlineData("bottom-open", 13.2)]
    public void Divider(string fault, double volts)
    {
        var part = new DividerTap(() => 13.2, 100_000, 10_000);
        if (fault.Length > 0)
            part.SetFault(fault, true);
        Assert.Equal(volts, part.Volts(0), 9);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.4)]
    public void ClampIsItsCurrentOnABias(double thirdHarmonic)
    {
        var part = new CurrentClamp(() => 6, milliamperesPerVolt: 30_000, thirdHarmonic: thirdHarmonic);
        double[] cycle = [.. Enumerable.Range(0, 2000).Select(i => part.Volts(i * 10))];
        Assert.Equal(1.65, cycle.Average(), 6);
        Assert.Equal(0.2, Math.Sqrt(cycle.Average(v => (v - 1.65) * (v - 1.65))), 6);
    }

    [Fact]
    public void FaultsOfAClamp()
    {
        var part = new CurrentClamp(() => 6) { Faults = CurrentClampFaults.Absent };
        Assert.Equal(1.65, part.Volts(5_000));
        part.Faults = CurrentClampFaults.BiasLost;
        Assert.Equal(0.2 * Math.Sqrt(2), part.Volts(5_000), 6);
        part.Faults = CurrentClampFaults.BurdenOpen;
        Assert.True(part.Volts(5_000) > 100);
    }

    [Theory]
    [InlineData(true, false, "", 1.65)]
    [InlineData(true, true, "", 2.2)]
    [InlineData(false, false, "", 2.2)]
    [InlineData(false, true, "", 1.65)]
    [InlineData(true, false, "absent", 3.3)]
    [InlineData(true, true, "absent", 3.3)]
    [InlineData(true, false, "shorted", 0)]
    [InlineData(true, true, "shorted", 0)]
    [InlineData(true, false, "corroded", 1.8207)]
    [InlineData(true, true, "corroded", 2.2)]
    public void LoopTellsContactAndWire(bool normallyClosed, bool isActive, string fault, double volts)
    {
        var part = new SupervisedLoop(normallyClosed) { IsActive = isActive };
        if (fault.Length > 0)
            part.SetFault(fault, true);
        Assert.Equal(volts, part.Volts(0), 0.001);
    }
}
