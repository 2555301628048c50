using System;
using System.Threading;
using Appliance.App.Timing;
using Appliance.Core.Scheduling;

namespace Appliance.App.Workers;

/// <summary>The thread of one worker. It ends with the device: whatever a step throws is counted, and the next step comes.</summary>
public sealed class WorkerThread : IWaker
{
    private const int AfterFailureMs = 1000;
    private const int LongestSleepMs = 5000;

    private readonly AutoResetEvent _wake = new AutoResetEvent(false);
    private readonly Worker _worker;

    /// <param name="limitMs">Silence after which the worker counts as stuck.</param>
    public WorkerThread(Worker worker, int limitMs)
    {
        _worker = worker;
        Heart = new Heartbeat(worker.Name, limitMs);
    }

    public Heartbeat Heart { get; }

    public void Start() => new Thread(Run).Start();

    public void Wake() => _wake.Set();

    private void Run()
    {
        while (true)
        {
            long next;
            try
            {
                next = _worker.Step(Uptime.Milliseconds);
                Heart.Beat(Uptime.Milliseconds);
            }
            catch (Exception e)
            {
                Heart.Fail(Uptime.Milliseconds);
                Log.Line(_worker.Name, e.Message);
                next = Uptime.Milliseconds + AfterFailureMs;
            }

            Sleep(next - Uptime.Milliseconds);
        }
    }

    private void Sleep(long ms)
    {
        if (ms <= 0)
        {
            // A worker that is always due must not starve the others.
            Thread.Sleep(0);
            return;
        }

        _wake.WaitOne(ms < LongestSleepMs ? (int)ms : LongestSleepMs, false);
    }
}
