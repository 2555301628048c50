using VirtualRack.Chips;

namespace SystemTests.Drivers;

public sealed class Sht3xDriverTests() : ShtDriverTests<Sht3x>(
    Parts.Sht3xAddress, 100.0 / 65535, 0x24, (time, celsius, humidity) => new Sht3x(time, celsius, humidity), bench => bench.Sht3x())
{
    [Fact]
    public void ChipThatWasLeftMeasuringByItselfIsTakenBack()
    {
        Assert.True(Chip.Start(read: false) && Chip.Write(0x21) && Chip.Write(0x30));
        Chip.Stop();
        Bench.Run(2 * Parts.PeriodMs);
        AssertHealthy();
    }
}
