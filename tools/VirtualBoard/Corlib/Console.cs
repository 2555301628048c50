using VirtualBoard.Running;

namespace System;

/// <summary>The serial console of the board.</summary>
public static class Console
{
    public static void Write(string? value) => Interpreter.Current.Resource<ConsoleLine>().Write(value);

    public static void WriteLine() => Write("\n");

    public static void WriteLine(string? value) => Write(value + "\n");
}
