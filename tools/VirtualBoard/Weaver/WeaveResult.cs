namespace VirtualBoard.Weaving;

/// <summary>What weaving gave: assemblies to run if there is no finding.</summary>
public sealed record WeaveResult(IReadOnlyList<WovenAssembly> Assemblies, IReadOnlyList<WeaveFinding> Findings);
