using Appliance.Core.Chips;
using Appliance.Core.Metrics;
using Appliance.Core.Modbus;
using Appliance.Drivers.Modbus;

namespace Appliance.Drivers.Pzem017;

/// <summary>
/// PZEM-017, and PZEM-003 with its own shunt: voltage, current, power and energy of a DC feed on a line with two stop bits. Tells
/// currents only while it is set to the shunt that is fitted; asks for that at first contact and after each reading that failed,
/// as it may be another meter since.
/// </summary>
public sealed class Pzem017Sensor : ModbusMeter
{
    private const int Registers = 8;

    /// <summary>In hundredths of a volt and an ampere: far beyond the span of 300 V and 300 A, the meter cannot have measured it.</summary>
    private const int Most = 40_000;

    private readonly int _shuntAmps;
    private bool _isShuntRight;
    private bool _isShuntAsked;

    /// <param name="slave">1 to 247, or 248 for the only meter of the line.</param>
    /// <param name="metrics">V and A with two decimals, W with one and Wh with none, in this order.</param>
    /// <param name="shuntAmps">Nominal current of the shunt of 75 mV that is fitted: 50, 100, 200 or 300; 0 for a PZEM-003.</param>
    /// <param name="presence">1 while the feed is there, by another sensor; null if nobody watches it.</param>
    public Pzem017Sensor(
        string name, ModbusPort port, int slave, int periodMs, Metric[] metrics, int shuntAmps, Metric presence = null)
        : base(name, port, slave, periodMs, Registers, metrics, presence)
    {
        _shuntAmps = shuntAmps;
        _isShuntRight = shuntAmps == 0;
    }

    private bool AsksForShunt => !_isShuntRight && !_isShuntAsked;

    protected override bool TryAsk(long now) => AsksForShunt
        ? Exchange.TryAsk(ModbusFrame.ReadHoldingRegisters, Pzem017Shunt.Register, 1, now)
        : Exchange.TryAsk(ModbusFrame.ReadInputRegisters, 0, Registers, now);

    protected override bool TakeAnswer(Quality quality, long now)
    {
        if (AsksForShunt && (quality == Quality.Ok || quality == Quality.OutOfRange))
        {
            _isShuntAsked = true;
            _isShuntRight = quality == Quality.Ok && Pzem017Shunt.Amperes(Exchange.Register(0)) == _shuntAmps;
            return false;
        }

        _isShuntAsked = false;
        if (quality == Quality.Ok && (Exchange.Register(0) > Most || Exchange.Register(1) > Most))
        {
            quality = Quality.OutOfRange;
        }

        if (quality == Quality.Ok)
        {
            TakeReading(now);
        }
        else
        {
            _isShuntRight = _shuntAmps == 0;
            FailReading(quality, now);
        }

        return true;
    }

    private void TakeReading(long now)
    {
        Quality current = _isShuntRight ? Quality.Ok : Quality.NotCalibrated;
        Metrics[0].Set(Exchange.Register(0), now);
        Metrics[1].Put(current, Exchange.Register(1), now);
        Metrics[2].Put(current, Exchange.LowWordFirst(2), now);
        Metrics[3].Put(current, Exchange.LowWordFirst(4), now);
    }
}
