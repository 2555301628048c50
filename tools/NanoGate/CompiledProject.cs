using NanoGate.Projects;

namespace NanoGate;

/// <summary>One project after the gate: what the compiler made of it and what there is against it.</summary>
/// <param name="Image">IL as the device build would feed to the PE converter; null when it did not compile.</param>
/// <param name="Pdb">Portable, with absolute source paths; null like <paramref name="Image"/>.</param>
public sealed record CompiledProject(NfProject Project, byte[]? Image, byte[]? Pdb, CodeSize Size, IReadOnlyList<Finding> Findings)
{
    public string AssemblyName => Project.AssemblyName;
    public bool Passed => Image is not null && Findings.Count == 0;

    /// <summary>Bytes of all method bodies.</summary>
    public int IlBytes => Size.IlBytes;
}
