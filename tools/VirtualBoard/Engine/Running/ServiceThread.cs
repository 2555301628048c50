namespace VirtualBoard.Running;

/// <summary>
/// A thread of the runtime that calls handlers one after the other, as the device does for all timers and for all
/// hardware events: a slow handler delays every other, and what finds the queue full is dropped.
/// </summary>
public sealed class ServiceThread
{
    private readonly Queue<Action> _calls = new();
    private readonly Signal _posted = new(autoReset: true);
    private readonly Interpreter _interpreter;
    private readonly int _capacity;
    private bool _started;

    internal ServiceThread(Interpreter interpreter, string name, int capacity)
    {
        _interpreter = interpreter;
        _capacity = capacity;
        Name = name;
    }

    public string Name { get; }

    /// <summary>How many calls found the queue full.</summary>
    public int Dropped { get; private set; }

    /// <summary>Queues a call. Any thread may post, the world included.</summary>
    public void Post(Action call)
    {
        lock (_interpreter.Time.Gate)
        {
            if (_interpreter.IsHalted)
                return;

            if (_calls.Count >= _capacity)
            {
                Dropped++;
                return;
            }

            _calls.Enqueue(call);
            if (!_started)
            {
                _started = true;
                _interpreter.Start(Name, Serve);
            }

            _interpreter.Set(_posted);
        }
    }

    private void Serve()
    {
        while (true)
        {
            while (Next() is { } call)
            {
                try
                {
                    call();
                }
                catch (Exception e) when (e is not PowerCutException)
                {
                    _interpreter.Report(BoardThread.Current!, e);
                }
            }

            _interpreter.Wait([_posted], -1);
        }
    }

    private Action? Next()
    {
        lock (_interpreter.Time.Gate)
            return _calls.TryDequeue(out var call) ? call : null;
    }
}
