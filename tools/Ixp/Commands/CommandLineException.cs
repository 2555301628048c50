namespace Ixp.Commands;

/// <summary>What was asked for cannot be done; the message says why and how to mend it.</summary>
public sealed class CommandLineException(string message) : Exception(message);
