using VirtualBoard.Running;

namespace Tools.Tests.Weaver;

/// <summary>Lets a fixture wait, and so lose its power.</summary>
[Replaces(typeof(Thread))]
public static class ThreadStandIn
{
    public static void Sleep(int milliseconds) => Interpreter.Current.Sleep(milliseconds);
}
