namespace VirtualBoard.Running;

/// <summary>
/// Unwinds the threads of a board whose power is gone. The weaver gives every catch-all of the firmware a filter that lets it pass.
/// </summary>
public sealed class PowerCutException() : Exception("The board lost its power.");
