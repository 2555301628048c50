namespace NanoGate.Projects;

/// <summary>A Reference item: the assembly's simple name and where its package puts it.</summary>
/// <param name="HintPath">As written, with the platform's own separators, or null.</param>
public sealed record AssemblyReference(string Name, string? HintPath, int Line);
