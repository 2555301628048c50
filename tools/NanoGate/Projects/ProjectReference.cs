namespace NanoGate.Projects;

/// <summary>A reference to another .nfproj by its absolute path.</summary>
public sealed record ProjectReference(string Path, int Line);
