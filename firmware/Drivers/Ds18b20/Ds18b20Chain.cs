using Appliance.Core.Chips;
using Appliance.Core.Metrics;
using nanoFramework.Device.OneWire;

namespace Appliance.Drivers.Ds18b20;

/// <summary>
/// All DS18B20 of the 1-Wire bus. One Convert T for the whole bus, then, 750 ms later, one scratchpad a step, so that no step
/// holds the bus, and with it the interpreter, for longer than one probe takes (about 15 ms).
/// </summary>
public sealed class Ds18b20Chain : Sensor
{
    private const byte SkipRom = 0xCC;
    private const byte MatchRom = 0x55;
    private const byte ConvertT = 0x44;
    private const byte ReadScratchpad = 0xBE;

    /// <summary>
    /// t_CONV at 12 bits is at most 750 ms (datasheet, AC characteristics). The clock is a tick of 10 ms behind at worst when the
    /// command goes out, and the command itself takes 3 ms on the bus.
    /// </summary>
    private const int ConversionMs = 770;

    /// <summary>Twice t_CONV: what a poor copy may take. Then it is read as it is.</summary>
    private const int LongestConversionMs = 1600;

    private const int LookAgainMs = 50;

    private const int Idle = -1;

    private readonly byte[] _scratchpad = new byte[Ds18b20Scratchpad.Length];
    private readonly OneWireHost _bus;
    private readonly Ds18b20Probe[] _probes;
    private int _next = Idle;
    private long _started;

    public Ds18b20Chain(OneWireHost bus, int periodMs, Ds18b20Probe[] probes)
        : base("ds18b20", periodMs, MetricsOf(probes))
    {
        _bus = bus;
        _probes = probes;
    }

    public override long Step(long now)
    {
        // Idle until this step has ended well: after a failure a new conversion is due, not a look at an old one.
        int index = _next;
        _next = Idle;
        if (index == Idle)
        {
            return Start(now);
        }

        if (index == 0 && IsConverting() && now - _started < LongestConversionMs)
        {
            _next = index;
            return now + LookAgainMs;
        }

        Read(_probes[index], now);
        if (index + 1 == _probes.Length)
        {
            return _started + PeriodMs;
        }

        _next = index + 1;
        return now;
    }

    private long Start(long now)
    {
        _started = now;
        if (!_bus.TouchReset())
        {
            Fail(Quality.NotPresent, now);
            return now + PeriodMs;
        }

        // A short looks like a presence. Commands that the bus does not show have reached nobody, and the scratchpads would
        // still hold the temperature of another time when the short has ended.
        if (_bus.TouchByte(SkipRom) != SkipRom || _bus.TouchByte(ConvertT) != ConvertT)
        {
            Fail(Quality.BusShorted, now);
            return now + PeriodMs;
        }

        _next = 0;
        return now + ConversionMs;
    }

    /// <summary>Until the next reset, a probe that still converts answers a read slot with 0 (datasheet, Convert T).</summary>
    private bool IsConverting() => !_bus.TouchBit(true);

    private void Read(Ds18b20Probe probe, long now)
    {
        _bus.TouchReset();
        _bus.WriteByte(MatchRom);
        for (int i = 0; i < probe.Rom.Length; i++)
        {
            _bus.WriteByte(probe.Rom[i]);
        }

        _bus.WriteByte(ReadScratchpad);
        for (int i = 0; i < _scratchpad.Length; i++)
        {
            _scratchpad[i] = _bus.ReadByte();
        }

        Quality quality = Ds18b20Scratchpad.Decode(_scratchpad, probe.Previous, out long hundredths);
        if (quality == Quality.Ok)
        {
            probe.Previous = hundredths;
            probe.Temperature.Set(hundredths, now);
        }
        else
        {
            probe.Temperature.Fail(quality, now);
        }
    }

    private static Metric[] MetricsOf(Ds18b20Probe[] probes)
    {
        Metric[] metrics = new Metric[probes.Length];
        for (int i = 0; i < probes.Length; i++)
        {
            metrics[i] = probes[i].Temperature;
        }

        return metrics;
    }
}
