namespace NanoGate.Projects;

/// <summary>A source file that a project names.</summary>
public sealed record CompileItem(string Path, int Line);
