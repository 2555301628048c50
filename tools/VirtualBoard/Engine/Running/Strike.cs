namespace VirtualBoard.Running;

/// <summary>Something that goes wrong inside a thread: at one of its calls of the device's libraries it throws, or never comes back.</summary>
internal sealed class Strike(int calls, Exception? exception)
{
    private int _calls = calls;

    /// <returns>True if it strikes now.</returns>
    public bool IsDue() => --_calls == 0;

    public void Happen(Interpreter interpreter)
    {
        if (exception is not null)
            throw exception;
        interpreter.Wait([new Signal(autoReset: false)], -1);
    }
}
