using VirtualBoard;

namespace Tools.Tests.Weaver;

/// <summary>Lets a fixture speak to its test.</summary>
[Replaces(typeof(Console))]
public static class ConsoleStandIn
{
    public static void WriteLine(string line) => Board.Current.WriteConsole(line);
}
