using VirtualBoard.Running;

namespace System.Threading;

/// <summary>
/// Calls back on the one thread that serves all timers. A timer that nobody refers to is collected and stops; an exception of
/// the callback is lost; periods that pass while the thread is busy are skipped.
/// </summary>
public sealed class Timer : MarshalByRefObject, IDisposable
{
    private readonly TimerCallback _callback;
    private readonly object? _state;
    private readonly Interpreter _interpreter;
    private Deadline? _deadline;
    private int _period;
    private int _generation;

    public Timer(TimerCallback callback, object? state, int dueTime, int period)
    {
        _callback = callback ?? throw new ArgumentNullException(nameof(callback));
        _state = state;
        _interpreter = Interpreter.Current;
        Change(dueTime, period);
    }

    public Timer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        : this(callback, state, Millis.From(dueTime), Millis.From(period))
    {
    }

    public bool Change(int dueTime, int period)
    {
        Millis.Check(dueTime, nameof(dueTime));
        Millis.Check(period, nameof(period));
        Stop();
        _period = period;
        if (dueTime >= 0)
            Schedule(_interpreter.WakeTime(dueTime));
        return true;
    }

    public bool Change(TimeSpan dueTime, TimeSpan period) => Change(Millis.From(dueTime), Millis.From(period));

    public void Dispose() => Stop();

    private static void Fire(WeakReference<Timer> reference, int generation, long due)
    {
        if (reference.TryGetTarget(out var timer))
            timer._interpreter.Service("timers", int.MaxValue).Post(() => Serve(reference, generation, due));
    }

    private static void Serve(WeakReference<Timer> reference, int generation, long due)
    {
        if (!reference.TryGetTarget(out var timer) || timer._generation != generation)
            return;

        try
        {
            timer._callback(timer._state);
        }
        finally
        {
            timer.ScheduleNext(generation, due);
        }
    }

    private void ScheduleNext(int generation, long due)
    {
        if (_generation != generation || _period <= 0)
            return;

        long period = _period * 1000L;
        long skipped = Math.Max(0, _interpreter.Time.NowMicros - due) / period;
        Schedule(_interpreter.RoundUpToTick(due + ((skipped + 1) * period)));
    }

    private void Schedule(long due)
    {
        // The time base must not keep the timer alive.
        var reference = new WeakReference<Timer>(this);
        int generation = _generation;
        _deadline = _interpreter.Time.Schedule(due, () => Fire(reference, generation, due));
    }

    private void Stop()
    {
        _generation++;
        _deadline?.Cancel();
        _deadline = null;
    }
}
