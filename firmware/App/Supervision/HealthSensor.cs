using Appliance.App.Uplink;
using Appliance.Core.Metrics;
using Appliance.Core.Uplink;
using Appliance.Drivers;
using nanoFramework.Hardware.Esp32;
using nanoFramework.Runtime.Native;

namespace Appliance.App.Supervision;

/// <summary>The appliance's own figures, read like any sensor.</summary>
public sealed class HealthSensor : Sensor
{
    private const int HeapPeriodMs = 60_000;

    private readonly Metric _uptime;
    private readonly Metric _heap;
    private readonly Metric _native;
    private readonly Metric _waiting;
    private readonly Metric _lost;
    private readonly Metric _connects;
    private readonly Metric _failures;
    private readonly Metric _stuck;
    private readonly Outbox _outbox;
    private readonly BrokerUplink _uplink;
    private readonly Supervisor _supervisor;
    private long _heapDue;

    public HealthSensor(MetricBook book, int periodMs, Outbox outbox, BrokerUplink uplink, Supervisor supervisor)
        : base("health", periodMs, Add(book))
    {
        _uptime = Metrics[0];
        _heap = Metrics[1];
        _native = Metrics[2];
        _waiting = Metrics[3];
        _lost = Metrics[4];
        _connects = Metrics[5];
        _failures = Metrics[6];
        _stuck = Metrics[7];
        _outbox = outbox;
        _uplink = uplink;
        _supervisor = supervisor;
        _heap.PeriodSeconds = HeapPeriodMs / 1000;
    }

    public override long Step(long now)
    {
        _uptime.Set(now / 1000, now);
        if (now >= _heapDue)
        {
            // The only way to learn what is free is to collect, which stops every thread for a while.
            _heap.Set(GC.Run(false), now);
            _heapDue = now + HeapPeriodMs;
        }

        NativeMemory.GetMemoryInfo(NativeMemory.MemoryType.Internal, out uint _, out uint _, out uint largest);
        _native.Set(largest, now);
        _waiting.Set(_outbox.Count, now);
        _lost.Set(_outbox.Lost, now);
        _connects.Set(_uplink.Connects, now);
        _failures.Set(_supervisor.Failures, now);
        _stuck.Set(_supervisor.Stuck, now);
        return now + PeriodMs;
    }

    private static Metric[] Add(MetricBook book)
    {
        return new Metric[]
        {
            Add(book, "uptime", "s", "s"),
            Add(book, "heap_free", "bytes", "B"),
            Add(book, "native_block", "bytes", "B"),
            Add(book, "outbox", "count", "reports"),
            Add(book, "outbox_lost", "count", "reports"),
            Add(book, "connects", "count", "connections"),
            Add(book, "failures", "count", "steps"),
            Add(book, "stuck", "count", "workers"),
        };
    }

    private static Metric Add(MetricBook book, string name, string suffix, string unit) =>
        book.Add(new Metric(Group.Health, name, suffix, unit, 0));
}
