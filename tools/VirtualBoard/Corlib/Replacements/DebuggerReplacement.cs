using System.Diagnostics;

namespace VirtualBoard.Corlib.Replacements;

/// <summary>No debugger is attached to a board.</summary>
[Replaces(typeof(Debugger))]
public static class DebuggerReplacement
{
    public static bool get_IsAttached() => false;

    public static void Break()
    {
    }
}
