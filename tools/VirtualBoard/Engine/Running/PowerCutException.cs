namespace VirtualBoard.Running;

/// <summary>
/// Unwinds the threads of a board whose power is gone. The weaver gives every catch-all of the firmware a filter that lets it
/// pass, and every <c>finally</c> block a look at <see cref="IsUnwinding"/> that skips it.
/// </summary>
public sealed class PowerCutException() : Exception("The board lost its power.")
{
    /// <summary>The calling thread belongs to a board that has no power any more.</summary>
    public static bool IsUnwinding => BoardThread.Current is { Interpreter.IsHalted: true };
}
