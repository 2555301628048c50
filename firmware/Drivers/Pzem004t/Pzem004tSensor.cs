using Appliance.Core.Metrics;
using Appliance.Core.Modbus;
using Appliance.Drivers.Modbus;

namespace Appliance.Drivers.Pzem004t;

/// <summary>
/// PZEM-004T v3: voltage, current, power, energy, frequency and power factor of a mains feed. Its measuring side is fed by the
/// mains, so it falls silent in a blackout.
/// </summary>
public sealed class Pzem004tSensor : Sensor
{
    private const int Registers = 10;

    /// <summary>Request 8 ms, reply 26 ms at 9600 baud, and the meter's own delay.</summary>
    private const int FirstLookMs = 60;

    private const int LookAgainMs = 20;
    private const int TimeoutMs = 300;

    /// <summary>In tenths of a volt and in milliamperes: far beyond the span of 260 V and 100 A, the meter cannot have measured it.</summary>
    private const int MostVolts = 4000;

    private const long MostAmperes = 120_000;

    private readonly byte[] _request = new byte[ModbusFrame.RequestLength];
    private readonly byte[] _reply = new byte[ModbusFrame.ReplyLength(Registers)];
    private readonly ModbusPort _port;
    private readonly int _slave;
    private int _length;
    private bool _isWaiting;
    private long _started;

    /// <param name="metrics">
    /// V with one decimal, A with three, W with one, Wh with none, Hz with one and power factor with two, in this order.
    /// </param>
    public Pzem004tSensor(string name, ModbusPort port, int slave, int periodMs, Metric[] metrics)
        : base(name, periodMs, metrics)
    {
        _port = port;
        _slave = slave;
        ModbusFrame.WriteRead(_request, slave, 0, Registers);
    }

    public override long Step(long now)
    {
        if (!_isWaiting)
        {
            if (!_port.TryTake())
            {
                return now + LookAgainMs;
            }

            _started = now;
            _length = 0;
            _isWaiting = true;
            _port.Send(_request);
            return now + FirstLookMs;
        }

        _length = _port.Collect(_reply, _length);
        Quality quality = ModbusFrame.CheckReply(_reply, _length, _slave, Registers);
        if (quality == Quality.Timeout && now - _started < TimeoutMs)
        {
            return now + LookAgainMs;
        }

        _isWaiting = false;
        _port.Release();
        if (quality == Quality.Ok)
        {
            Take(now);
        }
        else
        {
            Fail(quality, now);
        }

        return _started + PeriodMs;
    }

    private void Take(long now)
    {
        if (ModbusFrame.Register(_reply, 0) > MostVolts || ModbusFrame.LowWordFirst(_reply, 1) > MostAmperes)
        {
            Fail(Quality.OutOfRange, now);
            return;
        }

        Metrics[0].Set(ModbusFrame.Register(_reply, 0), now);
        Metrics[1].Set(ModbusFrame.LowWordFirst(_reply, 1), now);
        Metrics[2].Set(ModbusFrame.LowWordFirst(_reply, 3), now);
        Metrics[3].Set(ModbusFrame.LowWordFirst(_reply, 5), now);
        Metrics[4].Set(ModbusFrame.Register(_reply, 7), now);
        Metrics[5].Set(ModbusFrame.Register(_reply, 8), now);
    }
}
