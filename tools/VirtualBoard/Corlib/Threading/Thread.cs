using VirtualBoard.Running;

namespace System.Threading;

/// <summary>A managed thread of the board. An exception that nobody catches ends it and nothing else.</summary>
public sealed class Thread
{
    private readonly ThreadStart? _body;
    private readonly Signal _resumed = new(autoReset: false, initial: true);
    private BoardThread? _thread;
    private ThreadState _requests;

    public Thread(ThreadStart start)
    {
        _body = start ?? throw new ArgumentNullException(nameof(start));
        ManagedThreadId = Interpreter.Current.Resource<ThreadTable>().NextId();
    }

    /// <summary>For a thread that the runtime itself started: main, timers, events.</summary>
    internal Thread(BoardThread thread, int id)
    {
        _thread = thread;
        ManagedThreadId = id;
    }

    public static Thread CurrentThread => Interpreter.Current.Resource<ThreadTable>().Of(BoardThread.Current!);

    /// <summary>Changes a thread's share on the device; here, where threads take turns, it is only kept.</summary>
    public ThreadPriority Priority { get; set; } = ThreadPriority.Normal;

    public int ManagedThreadId { get; }

    public bool IsAlive => _thread is { IsAlive: true };

    public ThreadState ThreadState
    {
        get
        {
            if (_thread is null)
                return ThreadState.Unstarted;
            if (!_thread.IsAlive)
                return ThreadState.Stopped;
            return _requests | (_thread.IsWaiting ? ThreadState.WaitSleepJoin : ThreadState.Running);
        }
    }

    public static void Sleep(int millisecondsTimeout)
    {
        Millis.Check(millisecondsTimeout, nameof(millisecondsTimeout));
        var interpreter = Interpreter.Current;

        // Off the edge of a tick, so that code that spins on Sleep(0) lets time pass.
        if (millisecondsTimeout == 0 && interpreter.Time.IsVirtual)
            interpreter.Spend(1);
        interpreter.Sleep(millisecondsTimeout);
    }

    public static void Sleep(TimeSpan timeout) => Sleep(Millis.From(timeout));

    public static void SpinWait(int iterations)
    {
        for (int i = 0; i < iterations; i++)
            Sleep(0);
    }

    public void Start()
    {
        if (_thread is not null)
            throw new InvalidOperationException("The thread was started before.");

        var interpreter = Interpreter.Current;
        _thread = interpreter.Start("thread " + ManagedThreadId, Run);
        interpreter.Resource<ThreadTable>().Add(_thread, this);
    }

    /// <summary>Throws ThreadAbortException in the thread, at the wait it is in or the next one.</summary>
    public void Abort()
    {
        if (_thread is not { IsAlive: true } thread)
            return;

        _requests |= ThreadState.AbortRequested;
        if (thread == BoardThread.Current)
            throw new ThreadAbortException();
        Interpreter.Current.Interrupt(thread, new ThreadAbortException());
    }

    /// <summary>Stops the calling thread until another one calls Resume. Another thread cannot be suspended here.</summary>
    public void Suspend()
    {
        if (_thread != BoardThread.Current)
            throw new NotSupportedException("The virtual board suspends the calling thread only; use an event to stop another one.");

        var interpreter = Interpreter.Current;
        interpreter.Reset(_resumed);
        _requests |= ThreadState.Suspended;
        interpreter.Wait([_resumed], Timeout.Infinite);
    }

    public void Resume()
    {
        _requests &= ~ThreadState.Suspended;
        Interpreter.Current.Set(_resumed);
    }

    public void Join() => Join(Timeout.Infinite);

    public bool Join(int millisecondsTimeout)
    {
        Millis.Check(millisecondsTimeout, nameof(millisecondsTimeout));
        if (_thread is null)
            throw new InvalidOperationException("The thread was not started.");
        return Interpreter.Current.Wait([_thread.Ended], millisecondsTimeout) >= 0;
    }

    public bool Join(TimeSpan timeout) => Join(Millis.From(timeout));

    private void Run()
    {
        try
        {
            _body!();
        }
        catch (ThreadAbortException) when (_requests.HasFlag(ThreadState.AbortRequested))
        {
            // The end that was asked for.
        }
    }
}
