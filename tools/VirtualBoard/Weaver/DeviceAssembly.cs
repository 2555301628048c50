namespace VirtualBoard.Weaving;

/// <summary>One firmware assembly as the compile gate made it: against the nanoFramework API, not yet able to run on .NET.</summary>
/// <param name="Name">Simple assembly name.</param>
/// <param name="Image">The IL.</param>
/// <param name="Symbols">Portable PDB of the IL.</param>
public sealed record DeviceAssembly(string Name, byte[] Image, byte[] Symbols);
