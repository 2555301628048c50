using VirtualBoard.Running;

namespace System.Threading;

/// <summary>Who holds a lock and how often. Needs no guard: only one thread of a board runs at a time.</summary>
internal sealed class MonitorState
{
    private readonly Signal _released = new(autoReset: true);
    private BoardThread? _owner;
    private int _depth;

    public void Enter(Interpreter interpreter)
    {
        var self = BoardThread.Current;
        while (_owner is { IsAlive: true } owner && owner != self)
            interpreter.Wait([_released], Timeout.Infinite);

        _depth = _owner == self ? _depth + 1 : 1;
        _owner = self;
    }

    public void Exit(Interpreter interpreter)
    {
        if (_owner != BoardThread.Current || _depth == 0)
            throw new InvalidOperationException("The calling thread does not hold this lock.");
        if (--_depth > 0)
            return;

        _owner = null;
        interpreter.Set(_released);
    }
}
