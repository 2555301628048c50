using System;
using System.Threading;
using Appliance.App.Timing;
using Appliance.Core.Scheduling;

namespace Appliance.App.Workers;

/// <summary>
/// The thread of one worker. It ends with the device, or when another one takes its place: whatever a step throws is counted, and
/// the next step comes.
/// </summary>
public sealed class WorkerThread : IWaker
{
    private const int AfterFailureMs = 1000;
    private const int LongestSleepMs = 5000;

    private readonly AutoResetEvent _wake = new AutoResetEvent(false);
    private readonly Worker _worker;
    private int _current;

    /// <param name="limitMs">Silence after which the worker counts as stuck.</param>
    public WorkerThread(Worker worker, int limitMs)
    {
        _worker = worker;
        Heart = new Heartbeat(worker.Name, limitMs);
    }

    public Heartbeat Heart { get; }

    /// <summary>Threads that took the place of one that was stuck or only failed.</summary>
    public int Replacements => _current > 1 ? _current - 1 : 0;

    /// <summary>Starts a thread; one that runs already never steps again, should it ever come back from its step.</summary>
    public void Start()
    {
        Heart.Beat(Uptime.Milliseconds);
        _current++;
        new Thread(Run).Start();
    }

    public void Wake() => _wake.Set();

    private void Run()
    {
        int self = _current;
        long next = 0;
        while (self == _current)
        {
            try
            {
                Sleep(next - Uptime.Milliseconds);
                if (self == _current)
                {
                    next = _worker.Step(Uptime.Milliseconds);
                }

                if (self == _current)
                {
                    Heart.Beat(Uptime.Milliseconds);
                }
            }
            catch (Exception e)
            {
                next = Uptime.Milliseconds + AfterFailureMs;
                if (self == _current)
                {
                    Heart.Fail(Uptime.Milliseconds);
                }

                Log.Line(_worker.Name, e.Message);
            }
        }

        // It may have taken a call that was meant for the other one.
        _wake.Set();
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
