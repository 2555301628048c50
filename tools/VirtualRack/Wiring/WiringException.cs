namespace VirtualRack.Wiring;

/// <summary>A rack cannot be wired, or a fault applied, as it was asked for. The message says what, where and how to mend it.</summary>
public sealed class WiringException(string message) : Exception(message);
