namespace VirtualBoard.Running;

/// <summary>
/// The one task that runs all managed threads of a board from one boot to the next: a baton goes from thread to thread,
/// and is given up only where a thread waits. What the device cannot do at once, this cannot either.
/// </summary>
public sealed class Interpreter : IDisposable
{
    /// <summary>FreeRTOS tick of the ESP32 images: sleeps and time-outs end on a multiple of it.</summary>
    public const long TickMicros = 10_000;

    private readonly Queue<BoardThread> _ready = new();
    private readonly List<BoardThread> _threads = [];
    private readonly Dictionary<Type, object> _resources = [];
    private readonly Dictionary<string, ServiceThread> _services = [];
    private readonly object _gate;
    private readonly TaskCompletionSource _halt = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private BoardThread? _running;
    private Task? _frozenBy;
    private bool _halted;

    public Interpreter(TimeBase time, Board? board = null)
    {
        Time = time;
        Board = board;
        _gate = time.Gate;
        lock (_gate)
        {
            BootMicros = time.NowMicros;
            time.Add(this);
        }
    }

    /// <summary>A thread ended by an exception that nobody caught. Raised outside the gate.</summary>
    public event Action<BoardThread, Exception>? Unhandled;

    public TimeBase Time { get; }

    public Board? Board { get; }

    /// <summary>Time of the world at which this interpreter started.</summary>
    public long BootMicros { get; }

    /// <summary>Microseconds since this interpreter started.</summary>
    public long UptimeMicros => Time.NowMicros - BootMicros;

    public bool IsHalted => _halted;

    // Time stands still until the threads of a board that lost its power have ended: their last steps belong to that moment.
    internal bool IsBusy => _halted ? _threads.Count > 0 : _frozenBy is not { IsCompleted: false } && (_running is not null || _ready.Count > 0);

    /// <summary>The interpreter of the calling board thread.</summary>
    /// <exception cref="InvalidOperationException">The caller is no board thread.</exception>
    /// <exception cref="PowerCutException">
    /// The board is off: what a finally block of an unwinding thread still calls, must not reach flash or network.
    /// </exception>
    public static Interpreter Current
    {
        get
        {
            var current = CurrentUnharmed;
            BoardThread.Current!.Suffer();
            return current;
        }
    }

    /// <summary>The same for what no thread can be made to fail in.</summary>
    public static Interpreter CurrentUnharmed
    {
        get
        {
            var current = BoardThread.Current?.Interpreter
                ?? throw new InvalidOperationException("This is device code and needs a board: call it inside board.Run(() => ...).");
            current.ThrowIfHalted();
            return current;
        }
    }

    /// <summary>The threads that have not ended, in the order of their starts.</summary>
    public IReadOnlyList<BoardThread> Threads
    {
        get
        {
            lock (_gate)
                return [.. _threads];
        }
    }

    public BoardThread Start(string name, Action body)
    {
        var thread = new BoardThread(this, name, body);
        lock (_gate)
        {
            ThrowIfHalted();
            _threads.Add(thread);
            thread.Start();
            MakeReady(thread);
        }

        return thread;
    }

    /// <summary>Waits until one of the signals is set, or for at most so long.</summary>
    /// <param name="signals">What to wait for; none makes it a sleep.</param>
    /// <param name="timeoutMs">Milliseconds, rounded up to whole ticks; -1 waits for ever.</param>
    /// <returns>The index of the signal, or -1 when the time is up.</returns>
    public int Wait(Signal[] signals, long timeoutMs)
    {
        var self = Own();
        lock (_gate)
        {
            ThrowIfHalted();
            self.ThrowIfInterrupted();
            for (int i = 0; i < signals.Length; i++)
            {
                if (signals[i].TryTake())
                    return i;
            }

            bool isYield = timeoutMs == 0 && signals.Length == 0;
            if (timeoutMs == 0 && !isYield)
                return -1;

            self.WokenBy = -1;
            if (isYield && _ready.Count > 0)
                _ready.Enqueue(self);
            else
                Enlist(self, signals, isYield ? 1 : timeoutMs); // Alone, it lets one tick pass: virtual time has no other way on.
            PassBaton();
        }

        self.Baton.Take();
        ThrowIfHalted();
        self.ThrowIfInterrupted();
        return self.WokenBy;
    }

    /// <summary>Sleeps; 0 lets the others run first.</summary>
    public void Sleep(long ms) => Wait([], ms);

    /// <summary>Sets a signal; one waiter of an auto-reset signal, or all waiters of another, become ready. Any thread may call.</summary>
    public void Set(Signal signal)
    {
        lock (_gate)
        {
            signal.Raise();
            while (!_halted && signal.Waiters.Count > 0 && signal.TryTake())
            {
                var waiter = signal.Waiters[0];
                Wake(waiter, Array.IndexOf(waiter.WaitingFor, signal));
            }
        }
    }

    /// <summary>Makes a thread throw at the wait it is in, or at its next one.</summary>
    public void Interrupt(BoardThread thread, Exception exception)
    {
        lock (_gate)
        {
            thread.Interruption = exception;
            if (thread.IsWaiting)
                Wake(thread, -1);
        }
    }

    public void Reset(Signal signal)
    {
        lock (_gate)
            signal.Clear();
    }

    /// <summary>A native call that lets the other threads run meanwhile: socket operations, serial reads.</summary>
    /// <exception cref="Exception">What the call threw.</exception>
    public T Await<T>(Task<T> call, long timeoutMs, Func<T> onTimeout)
    {
        var done = new Signal(autoReset: false);
        call.ContinueWith(_ => Set(done), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return Wait([done], timeoutMs) < 0 ? onTimeout() : call.GetAwaiter().GetResult();
    }

    /// <summary>A native call that stops every thread of the board for so long.</summary>
    public void Spend(long micros) => Time.Spend(micros);

    /// <summary>
    /// A native call that stops every thread of the board until it ends, be it for ever. Virtual time stands still for it, but for no
    /// longer than <paramref name="patience"/> of real time: then the world goes on without the board.
    /// </summary>
    /// <exception cref="Exception">What the call threw.</exception>
    public void Freeze(Task call, TimeSpan patience)
    {
        if (Task.WaitAny([call, _halt.Task], patience) < 0)
        {
            SetFrozen(call);
            Task.WaitAny([call, _halt.Task]);
            SetFrozen(null);
        }

        ThrowIfHalted();
        call.GetAwaiter().GetResult();
    }

    /// <summary>
    /// What lives from one boot to the next: open pins, pin functions, driver state. Made at first use, disposed with the boot.
    /// </summary>
    public T Resource<T>() where T : class, new()
    {
        lock (_gate)
        {
            if (!_resources.TryGetValue(typeof(T), out object? resource))
                _resources[typeof(T)] = resource = new T();
            return (T)resource;
        }
    }

    /// <summary>The shared thread of that name on which the runtime delivers timers or events, one after the other.</summary>
    public ServiceThread Service(string name, int capacity)
    {
        lock (_gate)
        {
            if (!_services.TryGetValue(name, out var service))
                _services[name] = service = new ServiceThread(this, name, capacity);
            return service;
        }
    }

    /// <summary>Ends every thread of the board where it stands.</summary>
    public void Halt()
    {
        lock (_gate)
        {
            if (_halted)
                return;

            _halted = true;
            _halt.SetResult();
            foreach (var thread in _threads)
            {
                if (thread != _running)
                    thread.Baton.Give();
            }

            _running = null;
            _ready.Clear();
            if (_threads.Count == 0)
                Time.Remove(this);
        }

        foreach (object resource in _resources.Values)
            (resource as IDisposable)?.Dispose();
    }

    public void Dispose() => Halt();

    internal void ThrowIfHalted()
    {
        if (_halted)
            throw new PowerCutException();
    }

    /// <summary>Lets the first of the ready threads run if none does.</summary>
    internal void Resume()
    {
        if (_running is null && _ready.Count > 0)
            PassBaton();
    }

    internal void Report(BoardThread thread, Exception exception) => Unhandled?.Invoke(thread, exception);

    internal void Finished(BoardThread thread)
    {
        lock (_gate)
        {
            _threads.Remove(thread);
            Time.Nudge();
            if (_halted)
            {
                if (_threads.Count == 0)
                    Time.Remove(this);
                return;
            }

            Set(thread.Ended);
            PassBaton();
        }
    }

    private void SetFrozen(Task? call)
    {
        lock (_gate)
        {
            _frozenBy = call;
            Time.Nudge();
        }
    }

    private BoardThread Own()
    {
        var self = BoardThread.Current;
        if (self is null || self.Interpreter != this)
            throw new InvalidOperationException("Only a thread of this board can wait on it: use board.Run(() => ...).");
        return self;
    }

    /// <summary>The tick, as time of the world, at which something due in so many milliseconds happens.</summary>
    internal long WakeTime(long timeoutMs) => RoundUpToTick(Time.NowMicros + (timeoutMs * 1000));

    /// <summary>The first tick, counted from the boot, that is not before a time of the world.</summary>
    internal long RoundUpToTick(long atMicros) =>
        BootMicros + ((atMicros - BootMicros + TickMicros - 1) / TickMicros * TickMicros);

    private void Enlist(BoardThread thread, Signal[] signals, long timeoutMs)
    {
        thread.WaitingFor = signals;
        thread.IsWaiting = true;
        foreach (var signal in signals)
            signal.Waiters.Add(thread);
        if (timeoutMs >= 0)
            thread.Timeout = Time.Schedule(WakeTime(timeoutMs), () => Wake(thread, -1));
    }

    private void Wake(BoardThread thread, int by)
    {
        if (_halted)
            return;

        foreach (var signal in thread.WaitingFor)
            signal.Waiters.Remove(thread);
        thread.WaitingFor = [];
        thread.IsWaiting = false;
        thread.Timeout?.Cancel();
        thread.Timeout = null;
        thread.WokenBy = by;
        MakeReady(thread);
    }

    private void MakeReady(BoardThread thread)
    {
        _ready.Enqueue(thread);
        if (!Time.IsFiring)
            Resume();
    }

    private void PassBaton()
    {
        _running = _ready.TryDequeue(out var next) ? next : null;
        if (_running is not null)
            _running.Baton.Give();
        else
            Time.Stir();
    }
}
