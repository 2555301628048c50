using VirtualBoard;

namespace nanoFramework.TestFramework;

/// <summary>Lines of a test on the board's console.</summary>
public static class OutputHelper
{
    public static void Write(string message) => Board.Current.WriteConsole(message);

    public static void WriteLine(string message) => Board.Current.WriteConsole(message);
}
