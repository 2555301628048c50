using Appliance.App.Timing;
using Appliance.Core.Counters;
using Appliance.Core.Metrics;
using Appliance.Core.Traffic;
using Appliance.Drivers;

namespace Appliance.App.Probing.Snmp;

/// <summary>
/// What an exchange publishes: the traffic of all member ports, its peak since midnight, and how many ports are up. A sum that
/// lacks one port is no sum, and is not told.
/// </summary>
public sealed class TrafficSensor : Sensor
{
    /// <summary>An answer may be late by its time limit and its second try, and the requests before it have theirs.</summary>
    private const int PatiencePeriods = 2;

    private readonly object _gate;
    private readonly SwitchPort[] _ports;
    private readonly int _utcOffsetMinutes;
    private readonly KeptPeak _peakIn;
    private readonly KeptPeak _peakOut;

    /// <param name="gate">Taken while ports are written or read.</param>
    /// <param name="periodMs">Milliseconds from one poll of the ports to the next.</param>
    /// <param name="metrics">bit/s in and out, their peaks, ports up, ports.</param>
    public TrafficSensor(
        object gate, SwitchPort[] ports, int periodMs, int utcOffsetMinutes, CounterBook counters, Metric[] metrics)
        : base("exchange", periodMs, metrics)
    {
        _gate = gate;
        _ports = ports;
        _utcOffsetMinutes = utcOffsetMinutes;
        _peakIn = new KeptPeak(counters, metrics[2]);
        _peakOut = new KeptPeak(counters, metrics[3]);
    }

    public override long Step(long now)
    {
        int longestMs = PatiencePeriods * PeriodMs;
        lock (_gate)
        {
            Quality quality = ExchangeTotals.Traffic(_ports, now, longestMs, out long inBps, out long outBps);
            Metrics[0].Put(quality, inBps, now);
            Metrics[1].Put(quality, outBps, now);
            Metrics[4].Put(ExchangeTotals.PortsUp(_ports, now, longestMs, out int up), up, now);
        }

        Metrics[5].Set(ExchangeTotals.Members(_ports), now);
        long unix = TimeOfDay.UnixSeconds;
        _peakIn.Take(Metrics[0], unix, _utcOffsetMinutes, now);
        _peakOut.Take(Metrics[1], unix, _utcOffsetMinutes, now);
        return now + StepMs;
    }

    /// <summary>Looked at more often than polled, so that the sum of a poll is told as soon as its last port is in.</summary>
    private int StepMs => PeriodMs / 6;
}
