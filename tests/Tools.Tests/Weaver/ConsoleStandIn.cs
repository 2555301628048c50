using VirtualBoard.Running;

namespace Tools.Tests.Weaver;

/// <summary>Lets a fixture speak to its test, even on a board that has lost its power: what must not run then would be heard.</summary>
[Replaces(typeof(Console))]
public static class ConsoleStandIn
{
    public static void WriteLine(string line) => BoardThread.Current!.Interpreter.Board!.WriteConsole(line);
}
