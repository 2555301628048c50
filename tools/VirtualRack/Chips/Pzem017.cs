using VirtualBoard.Buses;
using VirtualBoard.Running;

namespace VirtualRack.Chips;

/// <summary>PZEM-017 DC meter on RS-485, 9600 8N2 (maker's user manual), fed by what it measures.</summary>
/// <param name="reading">What the terminals and the shunt see.</param>
/// <param name="address">1 to 0xF7.</param>
/// <param name="shuntAmps">The shunt that is fitted, of 75 mV: 50, 100, 200 or 300. The meter comes set to it.</param>
public sealed class Pzem017(TimeBase time, Func<DcReading> reading, byte address = 1, int shuntAmps = 100)
    : PzemMeter(time, new Pzem017Registers(reading, shuntAmps), address)
{
    private const double LowestVolts = 7;

    protected override bool IsFed => reading().Volts >= LowestVolts;

    protected override bool Understands(SerialLine line) => base.Understands(line) && line.StopBits == 2;
}
