namespace VirtualBoard.Weaving;

/// <summary>One firmware assembly that runs on .NET.</summary>
/// <param name="Name">Simple assembly name.</param>
/// <param name="Image">The IL, bound to .NET and to the virtual board's API assemblies.</param>
/// <param name="Symbols">Portable PDB of the IL, with the lines of the firmware sources.</param>
public sealed record WovenAssembly(string Name, byte[] Image, byte[] Symbols);
