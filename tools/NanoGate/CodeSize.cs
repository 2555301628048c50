namespace NanoGate;

/// <summary>Counts of one project: source files, types and methods in the output, bytes of all method bodies.</summary>
public sealed record CodeSize(int Files, int Types, int Methods, int IlBytes);
