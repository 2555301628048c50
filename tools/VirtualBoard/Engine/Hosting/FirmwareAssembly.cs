namespace VirtualBoard.Hosting;

/// <summary>One woven assembly of a firmware image.</summary>
/// <param name="Name">Simple assembly name.</param>
/// <param name="Image">IL that runs on .NET.</param>
/// <param name="Symbols">Portable PDB, so that stack traces have lines; may be empty.</param>
public sealed record FirmwareAssembly(string Name, byte[] Image, byte[] Symbols);
