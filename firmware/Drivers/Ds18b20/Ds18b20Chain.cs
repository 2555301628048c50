using Appliance.Core.Chips;
using Appliance.Core.Metrics;
using nanoFramework.Device.OneWire;

namespace Appliance.Drivers.Ds18b20;

/// <summary>
/// All DS18B20 of the 1-Wire bus, up to 12. One Convert T for the whole bus, then, when the slowest is done, one scratchpad a
/// step, so that no step holds the bus, and with it the interpreter, for longer than one probe takes (about 15 ms, 25 ms when
/// it has to be set up). In the pauses the bus can be searched.
/// </summary>
public sealed class Ds18b20Chain : Sensor
{
    /// <summary>
    /// On top of t_CONV: the clock is a tick of 10 ms behind at worst when the command goes out, and the command itself takes
    /// 3 ms on the bus.
    /// </summary>
    private const int MarginMs = 20;

    /// <summary>Twice the longest t_CONV: what a poor copy may take. Then it is read as it is.</summary>
    private const int LongestConversionMs = 1600;

    private const int LookAgainMs = 50;

    private const int Idle = -1;

    private readonly byte[] _scratchpad = new byte[Ds18b20Scratchpad.Length];
    private readonly Ds18b20Bus _bus;
    private readonly Ds18b20Probe[] _probes;
    private int _next = Idle;
    private long _started;
    private long _due;
    private bool _hasSearched;
    private bool _isSecondLook;

    public Ds18b20Chain(OneWireHost host, int periodMs, Ds18b20Probe[] probes)
        : base("ds18b20", periodMs, MetricsOf(probes))
    {
        _bus = new Ds18b20Bus(host);
        _probes = probes;
        Search = new OneWireSearch(host);
    }

    /// <summary>Who is on the bus, if that has been asked for.</summary>
    public OneWireSearch Search { get; }

    /// <summary>Has the bus searched between the readings; a search that runs begins anew. From any thread.</summary>
    public void RequestSearch()
    {
        Search.Request();
        RequestStep();
    }

    public override long Step(long now)
    {
        // Idle until this step has ended well: after a failure a new conversion is due, not a look at an old one.
        int index = _next;
        _next = Idle;
        if (index == Idle)
        {
            return Rest(now);
        }

        // Woken for a search: a reset would end the conversion of a part without a supply of its own.
        if (index == 0 && now < _due)
        {
            _next = index;
            return _due;
        }

        if (index == 0 && now - _started < LongestConversionMs && _bus.IsConverting())
        {
            _next = index;
            _due = now + LookAgainMs;
            return _due;
        }

        Read(_probes[index], now);
        if (index + 1 < _probes.Length)
        {
            _next = index + 1;
            return now;
        }

        // A part that has just been plugged in is not left without a reading for a whole period.
        _isSecondLook = !_isSecondLook && IsAnyPoweredOn();
        _due = _isSecondLook ? now : _started + PeriodMs;
        return Pause(now);
    }

    /// <summary>Between the readings. A conversion that is due waits for one step of a search, lest a full bus is never searched.</summary>
    private long Rest(long now)
    {
        if (Search.WantsStep && (now < _due || !_hasSearched))
        {
            _hasSearched = true;
            Search.Step();
            return now;
        }

        if (now < _due)
        {
            return _due;
        }

        _hasSearched = false;
        _started = now;
        _due = now + PeriodMs;
        return _probes.Length == 0 ? Pause(now) : Start(now);
    }

    private long Pause(long now) => Search.WantsStep ? now : _due;

    private long Start(long now)
    {
        if (!_bus.Reset())
        {
            for (int i = 0; i < _probes.Length; i++)
            {
                _probes[i].Miss(Quality.NotPresent, now);
            }

            return Pause(now);
        }

        // A short looks like a presence. Commands that the bus does not show have reached nobody, and the scratchpads would
        // still hold the temperature of another time when the short has ended.
        if (!_bus.ConvertAll())
        {
            Fail(Quality.BusShorted, now);
            return Pause(now);
        }

        _next = 0;
        _due = now + MarginMs + Ds18b20Resolution.ConversionMs(HighestBits());
        return _due;
    }

    private void Read(Ds18b20Probe probe, long now)
    {
        byte[] rom = probe.Rom;
        _bus.Read(rom, _scratchpad);
        probe.Take(_scratchpad, now);
        if (probe.IsUnset && Ds18b20Scratchpad.IsSound(_scratchpad))
        {
            probe.CountAttempt();
            _bus.Write(rom, _scratchpad, Ds18b20Resolution.Configuration(probe.Bits));
        }
    }

    private bool IsAnyPoweredOn()
    {
        for (int i = 0; i < _probes.Length; i++)
        {
            if (_probes[i].Temperature.Quality == Quality.PowerOn)
            {
                return true;
            }
        }

        return false;
    }

    private int HighestBits()
    {
        int bits = Ds18b20Resolution.LowestBits;
        for (int i = 0; i < _probes.Length; i++)
        {
            if (_probes[i].PresentBits > bits)
            {
                bits = _probes[i].PresentBits;
            }
        }

        return bits;
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
