namespace NanoGate.Api;

/// <summary>A package at the one version this project uses, and what its lib folder holds.</summary>
/// <param name="Assemblies">Assemblies with an API listing.</param>
/// <param name="Tools">Programs that are referenced to be deployed but hold no API, such as the unit-test launcher.</param>
public sealed record PackagePin(string Id, string Version, IReadOnlyList<string> Assemblies, IReadOnlyList<string>? Tools = null)
{
    public bool Holds(string assembly) => Assemblies.Contains(assembly, StringComparer.Ordinal) || IsTool(assembly);

    public bool IsTool(string assembly) => Tools?.Contains(assembly, StringComparer.Ordinal) == true;
}
