using Appliance.Core.Metrics;
using Appliance.Core.Modbus;
using Appliance.Drivers.Modbus;

namespace Appliance.Drivers.Pzem004t;

/// <summary>
/// PZEM-004T v3: voltage, current, power, energy, frequency and power factor of a mains feed. Its measuring side is fed by the
/// mains, so it falls silent in a blackout.
/// </summary>
public sealed class Pzem004tSensor : ModbusMeter
{
    private const int Registers = 10;

    /// <summary>In tenths of a volt and in milliamperes: far beyond the span of 260 V and 100 A, the meter cannot have measured it.</summary>
    private const int MostVolts = 4000;

    private const long MostAmperes = 120_000;

    /// <param name="slave">1 to 247, or 248 for the only meter of the line.</param>
    /// <param name="metrics">
    /// V with one decimal, A with three, W with one, Wh with none, Hz with one and power factor with two, in this order.
    /// </param>
    /// <param name="presence">1 while there are mains, by another sensor; null if nobody watches them.</param>
    public Pzem004tSensor(string name, ModbusPort port, int slave, int periodMs, Metric[] metrics, Metric presence = null)
        : base(name, port, slave, periodMs, Registers, metrics, presence)
    {
    }

    protected override bool TryAsk(long now) => Exchange.TryAsk(ModbusFrame.ReadInputRegisters, 0, Registers, now);

    protected override bool TakeAnswer(Quality quality, long now)
    {
        if (quality == Quality.Ok && (Exchange.Register(0) > MostVolts || Exchange.LowWordFirst(1) > MostAmperes))
        {
            quality = Quality.OutOfRange;
        }

        if (quality != Quality.Ok)
        {
            FailReading(quality, now);
            return true;
        }

        Metrics[0].Set(Exchange.Register(0), now);
        Metrics[1].Set(Exchange.LowWordFirst(1), now);
        Metrics[2].Set(Exchange.LowWordFirst(3), now);
        Metrics[3].Set(Exchange.LowWordFirst(5), now);
        Metrics[4].Set(Exchange.Register(7), now);
        Metrics[5].Set(Exchange.Register(8), now);
        return true;
    }
}
