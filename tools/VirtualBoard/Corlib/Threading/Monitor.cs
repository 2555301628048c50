using VirtualBoard.Running;

namespace System.Threading;

/// <summary>The lock of an object, re-entrant.</summary>
public static class Monitor
{
    public static void Enter(object obj)
    {
        var interpreter = Interpreter.CurrentUnharmed;
        interpreter.Resource<MonitorTable>().Of(obj).Enter(interpreter);
    }

    /// <exception cref="InvalidOperationException">The calling thread does not hold the lock.</exception>
    public static void Exit(object obj)
    {
        var interpreter = Interpreter.CurrentUnharmed;
        interpreter.Resource<MonitorTable>().Of(obj).Exit(interpreter);
    }
}
