using System.Diagnostics;

namespace VirtualBoard.Running;

/// <summary>
/// The time of a world: one or more boards and the rack around them. In microseconds since the world began.
/// Real time runs by itself; virtual time runs only inside <see cref="RunFor"/>, jumping from one deadline to the next
/// whenever every board is idle, so that days pass in seconds and the same seed gives the same run.
/// </summary>
public sealed class TimeBase : IDisposable
{
    private readonly PriorityQueue<Deadline, (long At, long Order)> _deadlines = new();
    private readonly List<Interpreter> _interpreters = [];
    private readonly List<Func<bool>> _pending = [];
    private readonly long _startedAt = Stopwatch.GetTimestamp();
    private long _virtualNow;
    private long _limit;
    private long _order;
    private int _holds;
    private bool _disposed;

    private TimeBase(bool isVirtual, DateTime epoch)
    {
        IsVirtual = isVirtual;
        Epoch = epoch;
        new Thread(isVirtual ? KeepVirtual : KeepReal) { IsBackground = true, Name = "time keeper" }.Start();
    }

    /// <summary>Guards all state of the time base and of the interpreters on it. Re-entrant.</summary>
    internal object Gate { get; } = new();

    public bool IsVirtual { get; }

    /// <summary>Deadlines of virtual time are being called: threads that become ready wait until all of them were.</summary>
    internal bool IsFiring { get; private set; }

    /// <summary>Microseconds since the world began.</summary>
    public long NowMicros
    {
        get
        {
            if (!IsVirtual)
                return (long)(Stopwatch.GetElapsedTime(_startedAt).TotalMilliseconds * 1000);

            lock (Gate)
                return _virtualNow;
        }
    }

    /// <summary>The true time of day, UTC: what a time server of this world answers.</summary>
    public DateTime UtcNow => Epoch.AddMicroseconds(NowMicros);

    private DateTime Epoch { get; }

    public static TimeBase Real() => new(isVirtual: false, DateTime.UtcNow);

    /// <param name="epoch">True time of day, UTC, at which the world begins; 2026-01-01 unless told.</param>
    public static TimeBase Virtual(DateTime? epoch = null) =>
        new(isVirtual: true, epoch ?? new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));

    /// <summary>Calls <paramref name="action"/> at a time of the world, while no board runs code of the time base.</summary>
    public Deadline Schedule(long atMicros, Action action)
    {
        lock (Gate)
        {
            var deadline = new Deadline(atMicros, action);
            _deadlines.Enqueue(deadline, (atMicros, _order++));
            if (!IsVirtual)
                Nudge();
            return deadline;
        }
    }

    /// <summary>
    /// Stops virtual time until disposed, because something outside the world (a broker on a real socket) still owes an answer.
    /// </summary>
    public IDisposable Hold()
    {
        lock (Gate)
            _holds++;
        return new HoldRelease(this);
    }

    /// <summary>Lets virtual time pass, and returns when it has and every board is idle.</summary>
    /// <exception cref="InvalidOperationException">The time base runs in real time.</exception>
    public void RunFor(TimeSpan span)
    {
        if (!IsVirtual)
            throw new InvalidOperationException("RunFor moves virtual time; this time base is real. Make it with TimeBase.Virtual().");

        lock (Gate)
        {
            long until = _virtualNow + (span.Ticks / TimeSpan.TicksPerMicrosecond);
            _limit = Math.Max(_limit, until);
            Nudge();
            while (!_disposed && !(IsStill && !DueBefore(until)))
                Monitor.Wait(Gate);
            _virtualNow = Math.Max(_virtualNow, until);
        }
    }

    /// <summary>Lets time pass until something is no longer pending; in real time, waits for it.</summary>
    public void RunWhile(Func<bool> pending)
    {
        lock (Gate)
        {
            _pending.Add(pending);
            Nudge();
            while (!_disposed && pending())
                Monitor.Wait(Gate);
            _pending.Remove(pending);
        }
    }

    public void Dispose()
    {
        lock (Gate)
        {
            _disposed = true;
            Nudge();
        }
    }

    internal void Add(Interpreter interpreter) => _interpreters.Add(interpreter);

    internal void Remove(Interpreter interpreter)
    {
        _interpreters.Remove(interpreter);
        Nudge();
    }

    /// <summary>A board became idle: virtual time goes on, if it may, on the thread that found nothing to do. Under the gate.</summary>
    internal void Stir()
    {
        if (IsVirtual && !IsFiring)
            Advance();
        else
            Nudge();
    }

    /// <summary>Something outside has changed: whoever waits for time looks again.</summary>
    internal void Nudge() => Monitor.PulseAll(Gate);

    /// <summary>Moves virtual time on for a native call that stops the whole interpreter; in real time, waits.</summary>
    internal void Spend(long micros)
    {
        if (!IsVirtual)
        {
            if (micros >= 1000)
                Thread.Sleep((int)(micros / 1000));
            return;
        }

        lock (Gate)
            _virtualNow += micros;
    }

    private bool Idle
    {
        get
        {
            foreach (var interpreter in _interpreters)
            {
                if (interpreter.IsBusy)
                    return false;
            }

            return true;
        }
    }

    /// <summary>Nothing happens until time goes on.</summary>
    private bool IsStill => !IsFiring && Idle && _holds == 0;

    private bool DueBefore(long limit) => NextDeadline() is { } next && next.AtMicros <= limit;

    private Deadline? NextDeadline()
    {
        while (_deadlines.TryPeek(out var first, out _))
        {
            if (!first.IsCancelled)
                return first;
            _deadlines.Dequeue();
        }

        return null;
    }

    /// <summary>
    /// What fell due while native calls held a board up happens at once and in its order, before any of the threads it wakes goes
    /// on: the world does not wait for a board that is busy.
    /// </summary>
    private void FireOverdue(Deadline next)
    {
        long now = _virtualNow = Math.Max(_virtualNow, next.AtMicros);
        IsFiring = true;
        using (BoardThread.StepOutside())
        {
            do
                Fire(next);
            while (NextDeadline() is { } another && (next = another).AtMicros < now);
        }

        IsFiring = false;
        foreach (var interpreter in _interpreters.ToArray())
            interpreter.Resume();
    }

    private void Advance()
    {
        while (IsStill && NextDeadline() is { } next && (next.AtMicros <= _limit || _pending.Exists(p => p())))
            FireOverdue(next);

        // A thread that waits for time is woken only for a reason: a day has millions of deadlines.
        if (IsStill || _pending.Count > 0)
            Nudge();
    }

    private void KeepVirtual()
    {
        lock (Gate)
        {
            while (!_disposed)
            {
                Advance();
                Monitor.Wait(Gate);
            }
        }
    }

    private void KeepReal()
    {
        lock (Gate)
        {
            while (!_disposed)
            {
                if (NextDeadline() is not { } next)
                    Monitor.Wait(Gate);
                else if (next.AtMicros - NowMicros is > 0 and var wait)
                    Monitor.Wait(Gate, (int)Math.Min((wait + 999) / 1000, 60_000));
                else
                    FireReal(next);
            }
        }
    }

    private void FireReal(Deadline due)
    {
        Fire(due);

        // Others have their turn, however many deadlines follow one another.
        Nudge();
        Monitor.Wait(Gate, 0);
    }

    private void Fire(Deadline due)
    {
        _deadlines.Dequeue();
        try
        {
            due.Action();
        }
        catch (Exception e)
        {
            // The world is broken, and the thread at hand may be one that catches anything.
            Environment.FailFast("An action of the virtual world failed.", e);
        }
    }

    private sealed class HoldRelease(TimeBase owner) : IDisposable
    {
        private int _released;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _released, 1) != 0)
                return;

            lock (owner.Gate)
            {
                owner._holds--;
                owner.Nudge();
            }
        }
    }
}
