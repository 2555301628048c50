using Appliance.App.Commands;
using Appliance.App.Storage;
using Appliance.App.Timing;
using Appliance.App.Uplink;
using Appliance.Core.Metrics;
using Appliance.Core.Supervision;
using Appliance.Core.Uplink;
using Appliance.Drivers;
using nanoFramework.Hardware.Esp32;
using nanoFramework.Runtime.Native;

namespace Appliance.App.Supervision;

/// <summary>The appliance's own figures, read like any sensor. Asks for a restart when its memory runs out.</summary>
public sealed class HealthSensor : Sensor
{
    private const int HeapPeriodMs = 60_000;

    /// <summary>Free managed bytes below which steps begin to fail.</summary>
    private const int NeededHeap = 8 * 1024;

    private readonly MemoryWatch _heapWatch = new MemoryWatch(NeededHeap);
    private readonly MemoryWatch _nativeWatch = new MemoryWatch(MemoryWatch.TlsBytes);
    private readonly Outbox _outbox;
    private readonly BrokerUplink _uplink;
    private readonly Supervisor _supervisor;
    private readonly BootRecord _boot;
    private readonly Restarter _restarter;
    private readonly ConfigTrial _trial;
    private long _heapDue;

    public HealthSensor(
        MetricBook book,
        int periodMs,
        Outbox outbox,
        BrokerUplink uplink,
        Supervisor supervisor,
        BootRecord boot,
        Restarter restarter,
        ConfigTrial trial)
        : base("health", periodMs, Add(book))
    {
        _outbox = outbox;
        _uplink = uplink;
        _supervisor = supervisor;
        _boot = boot;
        _restarter = restarter;
        _trial = trial;
        Metrics[1].PeriodSeconds = HeapPeriodMs / 1000;
        Metrics[2].PeriodSeconds = HeapPeriodMs / 1000;
    }

    public override long Step(long now)
    {
        Metrics[0].Set(now / 1000, now);
        if (now >= _heapDue)
        {
            // The only way to learn what is free is to collect, which stops every thread for a while.
            int free = (int)GC.Run(false);
            _heapDue = now + HeapPeriodMs;
            bool isShort = _heapWatch.Look(free, now);
            Metrics[1].Set(free, now);
            Metrics[2].Set(_heapWatch.Lowest, now);
            if (isShort)
            {
                _restarter.Ask(RestartReason.Memory, now);
            }
        }

        NativeMemory.GetMemoryInfo(NativeMemory.MemoryType.Internal, out uint _, out uint _, out uint largest);
        if (!_uplink.NeedsHandshake)
        {
            _nativeWatch.Note((int)largest);
        }
        else if (_nativeWatch.Look((int)largest, now))
        {
            _restarter.Ask(RestartReason.Memory, now);
        }

        Metrics[3].Set(largest, now);
        Metrics[4].Set(_nativeWatch.Lowest, now);
        Metrics[5].Set(_outbox.Count, now);
        Metrics[6].Set(_outbox.Lost, now);
        Metrics[7].Set(_uplink.Connects, now);
        Metrics[8].Set(_supervisor.Failures, now);
        Metrics[9].Set(_supervisor.Stuck, now);
        Metrics[10].Set(_supervisor.Replacements, now);
        Metrics[11].Set((int)_boot.Rung, now);
        Metrics[12].Set(_boot.Ledger.Restarts, now);
        Metrics[13].Set(TimeOfDay.Jumps, now);
        Metrics[14].Set(_trial.Left(now), now);
        Metrics[15].Set((int)_uplink.Cause, now);
        return now + PeriodMs;
    }

    private static Metric[] Add(MetricBook book)
    {
        return new Metric[]
        {
            Add(book, "uptime", "s", "s"),
            Add(book, "heap_free", "bytes", "B"),
            Add(book, "heap_low", "bytes", "B"),
            Add(book, "native_block", "bytes", "B"),
            Add(book, "native_low", "bytes", "B"),
            Add(book, "outbox", "count", "reports"),
            Add(book, "outbox_lost", "count", "reports"),
            Add(book, "connects", "count", "connections"),
            Add(book, "failures", "count", "steps"),
            Add(book, "stuck", "count", "workers"),
            Add(book, "new_threads", "count", "threads"),
            Add(book, "boot", "rung", ""),
            Add(book, "restarts", "count", "restarts"),
            Add(book, "clock_jumps", "count", "jumps"),
            Add(book, "trial", "s", "s"),
            Add(book, "uplink", "cause", ""),
        };
    }

    private static Metric Add(MetricBook book, string name, string suffix, string unit) =>
        book.Add(new Metric(Group.Health, name, suffix, unit, 0));
}
