using VirtualBoard.Running;

namespace System.Threading;

/// <summary>Lets one waiter through for each Set.</summary>
public sealed class AutoResetEvent : WaitHandle
{
    public AutoResetEvent(bool initialState)
        : base(new Signal(autoReset: true, initialState))
    {
    }

    public bool Reset()
    {
        Interpreter.CurrentUnharmed.Reset(Signal);
        return true;
    }

    public bool Set()
    {
        Interpreter.CurrentUnharmed.Set(Signal);
        return true;
    }
}
