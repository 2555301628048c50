using Appliance.Core.Scheduling;
using VirtualBoard.Running;

namespace SystemTests.Support;

/// <summary>A worker that does in each step what a test tells it, once a second.</summary>
internal sealed class ScriptedWorker(string name, Action<int> step) : Worker(name)
{
    private readonly Signal _never = new(autoReset: false);

    /// <summary>Steps that have begun.</summary>
    public int Steps { get; private set; }

    /// <summary>The thread of the board that made each step.</summary>
    public List<BoardThread> Threads { get; } = [];

    /// <summary>Waits in a step until <see cref="Release"/>.</summary>
    public void Hang() => Interpreter.Current.Wait([_never], -1);

    public void Release(Interpreter interpreter) => interpreter.Set(_never);

    public override long Step(long now)
    {
        Steps++;
        Threads.Add(BoardThread.Current!);
        step(Steps);
        return now + 1000;
    }
}
