namespace VirtualBoard.Running;

/// <summary>One managed thread of a board. Only one of a board's threads runs at a time, as on the device.</summary>
public sealed class BoardThread
{
    [ThreadStatic]
    private static BoardThread? _current;

    private readonly Thread _host;
    private Strike? _strike;

    internal BoardThread(Interpreter interpreter, string name, Action body)
    {
        Interpreter = interpreter;
        Name = name;
        _host = new Thread(() => Run(body)) { IsBackground = true, Name = name };
    }

    /// <summary>The board thread this code runs on, or null outside any board.</summary>
    public static BoardThread? Current => _current;

    public string Name { get; }

    public Interpreter Interpreter { get; }

    public bool IsAlive { get; private set; }

    /// <summary>Set when the thread has ended.</summary>
    public Signal Ended { get; } = new(autoReset: false);

    internal Baton Baton { get; } = new();

    /// <summary>Which of the signals it waited for woke it; -1 for a time-out.</summary>
    internal int WokenBy { get; set; }

    internal Signal[] WaitingFor { get; set; } = [];

    internal bool IsWaiting { get; set; }

    internal Deadline? Timeout { get; set; }

    internal Exception? Interruption { get; set; }

    /// <summary>Makes the thread throw at one of its next calls of the device's libraries, as when memory runs out there.</summary>
    /// <param name="calls">Which one: 1 is the next. The call that leaves a lock is not counted.</param>
    public void Throw(Exception exception, int calls = 1) => _strike = new Strike(calls, exception);

    /// <summary>Makes one of the thread's next calls of the device's libraries never return. The other threads go on.</summary>
    /// <inheritdoc cref="Throw" path="/param"/>
    public void Hang(int calls = 1) => _strike = new Strike(calls, exception: null);

    /// <summary>It has happened, or nothing was to.</summary>
    public bool IsStruck => _strike is null;

    internal void Suffer()
    {
        if (_strike is { } strike && strike.IsDue())
        {
            _strike = null;
            strike.Happen(Interpreter);
        }
    }

    /// <summary>What the calling thread does until the result is disposed is no code of a board.</summary>
    internal static Outing StepOutside()
    {
        var outing = new Outing(_current);
        _current = null;
        return outing;
    }

    internal void Start()
    {
        IsAlive = true;
        _host.Start();
    }

    internal void ThrowIfInterrupted()
    {
        if (Interruption is not { } exception)
            return;

        Interruption = null;
        throw exception;
    }

    internal readonly struct Outing(BoardThread? from) : IDisposable
    {
        public void Dispose() => _current = from;
    }

    private void Run(Action body)
    {
        _current = this;
        Baton.Take();
        try
        {
            Interpreter.ThrowIfHalted();
            body();
        }
        catch (PowerCutException)
        {
            // The board is off: nothing of this thread is left.
        }
        catch (Exception unhandled)
        {
            // As on the device, an unhandled exception ends its own thread and nothing else.
            Interpreter.Report(this, unhandled);
        }
        finally
        {
            IsAlive = false;
            Interpreter.Finished(this);
        }
    }
}
