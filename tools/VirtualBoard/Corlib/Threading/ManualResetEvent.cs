using VirtualBoard.Running;

namespace System.Threading;

/// <summary>Lets every waiter through from Set to Reset.</summary>
public sealed class ManualResetEvent : WaitHandle
{
    public ManualResetEvent(bool initialState)
        : base(new Signal(autoReset: false, initialState))
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
