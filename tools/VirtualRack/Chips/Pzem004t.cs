using VirtualBoard.Running;

namespace VirtualRack.Chips;

/// <summary>PZEM-004T v3.0 mains meter, 9600 8N1 (maker's user manual V3.0), fed by the mains it measures.</summary>
/// <param name="reading">What the clamps see.</param>
/// <param name="address">1 to 0xF7.</param>
public sealed class Pzem004t(TimeBase time, Func<AcReading> reading, byte address = 1)
    : PzemMeter(time, new Pzem004tRegisters(reading), address)
{
    private const double LowestVolts = 80;

    protected override bool IsFed => reading().Volts >= LowestVolts;
}
