using System;
using Appliance.App.Alarms;
using Appliance.App.Reporting;
using Appliance.App.Timing;
using Appliance.Core.Derived;
using Appliance.Core.Metrics;
using Appliance.Core.Scheduling;
using Appliance.Drivers;

namespace Appliance.App.Sampling;

/// <summary>
/// Steps each sensor when it is due, keeps a failing one from stopping the others, and has the reporter tell what was read. The
/// only thread that touches metrics.
/// </summary>
public sealed class Sampler : Worker
{
    /// <summary>A step of a sound sensor takes no longer.</summary>
    private const int CheapMs = 100;

    /// <summary>A dearer one is followed by a pause of so many times its length.</summary>
    private const int PauseFactor = 20;

    private readonly Sensor[] _sensors;
    private readonly Derivation[] _derivations;
    private readonly MetricBook _metrics;
    private readonly Reporter _reporter;
    private readonly AlarmDesk _alarms;
    private readonly Worker[] _errands;

    /// <param name="errands">Other work on sensors and metrics, which this thread alone may touch: called in each step.</param>
    public Sampler(
        Sensor[] sensors,
        Derivation[] derivations,
        MetricBook metrics,
        Reporter reporter,
        AlarmDesk alarms,
        Worker[] errands)
        : base("sampler")
    {
        _sensors = sensors;
        _derivations = derivations;
        _metrics = metrics;
        _reporter = reporter;
        _alarms = alarms;
        _errands = errands;
    }

    public override long Step(long now)
    {
        bool isUrgent = false;
        for (int i = 0; i < _sensors.Length; i++)
        {
            Sensor sensor = _sensors[i];
            if (sensor.IsRequested || sensor.Due <= now)
            {
                sensor.IsRequested = false;
                Step(sensor);
            }

            if (sensor.IsUrgent)
            {
                sensor.IsUrgent = false;
                _reporter.Hurry(sensor.Metrics[0].Group);
                isUrgent = true;
            }
        }

        for (int i = 0; i < _metrics.Count; i++)
        {
            _metrics[i].Expire(now);
        }

        for (int i = 0; i < _derivations.Length; i++)
        {
            _derivations[i].Update(now);
        }

        if (isUrgent || _alarms.Due <= now)
        {
            _alarms.Step(now);
        }

        if (isUrgent || _reporter.Due <= now)
        {
            _reporter.Step(now);
        }

        long errand = long.MaxValue;
        for (int i = 0; i < _errands.Length; i++)
        {
            long due = _errands[i].Step(now);
            errand = due < errand ? due : errand;
        }

        return Next(errand);
    }

    private static void Step(Sensor sensor)
    {
        // Asked for each sensor: the one before may have held everything up, and a conversion is timed from its start.
        long started = Uptime.Milliseconds;
        if (sensor.Bus != null && started < sensor.Bus.RestsUntil && !sensor.IsUnderWay)
        {
            sensor.Fail(Quality.BusShorted, started);
            sensor.Due = sensor.Bus.RestsUntil;
            return;
        }

        try
        {
            sensor.Due = sensor.Step(started);
        }
        catch (Exception e)
        {
            sensor.Fail(Quality.Fault, started);
            sensor.Due = started + sensor.PeriodMs;
            Log.Line(sensor.Name, e.Message);
        }

        long ended = Uptime.Milliseconds;
        if (ended - started > CheapMs)
        {
            Pause(sensor, ended + ((ended - started) * PauseFactor));
        }
    }

    /// <summary>
    /// A transfer on a stuck bus stops every thread for a second: such a sensor gets its share of the time and no more, and those
    /// on the same wires share that.
    /// </summary>
    private static void Pause(Sensor sensor, long until)
    {
        if (sensor.Due < until)
        {
            sensor.Due = until;
        }

        if (sensor.Bus != null && sensor.Metrics[0].Quality == Quality.BusShorted)
        {
            sensor.Bus.RestsUntil = until;
        }
    }

    private long Next(long next)
    {
        next = _alarms.Due < next ? _alarms.Due : next;
        next = _reporter.Due < next ? _reporter.Due : next;

        for (int i = 0; i < _sensors.Length; i++)
        {
            if (_sensors[i].Due < next)
            {
                next = _sensors[i].Due;
            }
        }

        return next;
    }
}
