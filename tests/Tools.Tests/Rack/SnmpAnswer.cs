namespace Tools.Tests.Rack;

/// <summary>What an agent answered.</summary>
/// <param name="Bindings">Values as int, uint, ulong or text; exceptions by their names.</param>
internal sealed record SnmpAnswer(int Status, int Index, IReadOnlyList<(string Name, object Value)> Bindings);
