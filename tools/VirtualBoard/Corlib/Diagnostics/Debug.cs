namespace System.Diagnostics;

/// <summary>Output of debug builds, to the console of the board.</summary>
public static class Debug
{
    [Conditional("DEBUG")]
    public static void Assert(bool condition) => Check(condition, null, null);

    [Conditional("DEBUG")]
    public static void Assert(bool condition, string? message) => Check(condition, message, null);

    [Conditional("DEBUG")]
    public static void Assert(bool condition, string? message, string? detailedMessage) => Check(condition, message, detailedMessage);

    [Conditional("DEBUG")]
    public static void Write(string? message) => Console.Write(message);

    [Conditional("DEBUG")]
    public static void WriteLine() => Console.WriteLine();

    [Conditional("DEBUG")]
    public static void WriteLine(string? message) => Console.WriteLine(message);

    private static void Check(bool condition, string? message, string? detail)
    {
        if (!condition)
            Console.WriteLine("Assertion failed. " + message + " " + detail);
    }
}
