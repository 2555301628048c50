using System.Collections;
using Appliance.Core.Metrics;
using Appliance.Core.Modbus;
using Appliance.Core.Scan;
using Appliance.Drivers.Modbus;

namespace Appliance.Drivers.Scan;

/// <summary>
/// Asks the lower addresses of a serial line for one register each. After each question it leaves the line alone for long enough
/// that a meter that waits gets it, so no meter is ever held up by more than one question.
/// </summary>
public sealed class ModbusScan : Sensor, IBusScan
{
    public const int Highest = 16;

    /// <summary>The only meter of a line may be asked at this address, whatever its own is.</summary>
    private const int General = 0xF8;

    private const int AnswerMs = 150;

    private const int LookAgainMs = 30;

    /// <summary>More than the silence between frames and the time in which a meter looks again for a free line.</summary>
    private const int PauseMs = 100;

    private readonly ArrayList _found = new ArrayList();
    private readonly ArrayList _configured;
    private readonly ModbusPort _port;
    private readonly string _name;
    private ModbusExchange _exchange;
    private int _slave = Highest + 1;
    private int _asked;

    /// <param name="name">Of the port in <c>meta</c>: <c>com2</c>.</param>
    /// <param name="configured">Addresses, as int, that meters use.</param>
    public ModbusScan(string name, ModbusPort port, ArrayList configured)
        : base(name + " scan", 60_000, new Metric[0])
    {
        _name = name;
        _port = port;
        _configured = configured;
    }

    public bool IsRunning => _slave <= Highest;

    public void Request()
    {
        _found.Clear();

        // At its own address, the only meter of the line would be found a second time.
        _slave = _configured.Contains(General) ? Highest + 1 : 1;
        _asked = 0;
        RequestStep();
    }

    public void AddTo(FoundParts found)
    {
        for (int i = 0; i < _found.Count; i++)
        {
            found.Add(FoundPart.Modbus(_name, (int)_found[i]));
        }
    }

    public override long Step(long now)
    {
        if (_exchange != null)
        {
            return Collect(now);
        }

        while (_slave <= Highest && _configured.Contains(_slave))
        {
            _slave++;
        }

        if (_slave > Highest)
        {
            return long.MaxValue;
        }

        ModbusExchange exchange = new ModbusExchange(_port, _slave, 1, AnswerMs);
        if (!exchange.TryAsk(ModbusFrame.ReadInputRegisters, 0, 1, now))
        {
            return now + PauseMs;
        }

        _exchange = exchange;
        _asked = _slave;
        return now + LookAgainMs;
    }

    private long Collect(long now)
    {
        // Given up at once if this throws: by then another may have the line.
        ModbusExchange exchange = _exchange;
        _exchange = null;
        Quality quality = exchange.Collect(now);
        if (quality == Quality.Pending)
        {
            _exchange = exchange;
            return now + LookAgainMs;
        }

        // Unless the scan began anew in between.
        if (_asked == _slave)
        {
            Take(quality);
            _slave++;
        }

        return now + PauseMs;
    }

    /// <summary>An exception reply comes from a slave as well.</summary>
    private void Take(Quality quality)
    {
        if (quality == Quality.Ok || quality == Quality.OutOfRange)
        {
            _found.Add(_slave);
        }
    }
}
