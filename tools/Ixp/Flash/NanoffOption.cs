namespace Ixp.Flash;

/// <summary>An option of nanoff, the flasher of .NET nanoFramework.</summary>
/// <param name="Name">As on its command line.</param>
/// <param name="Value">It takes a value.</param>
public sealed record NanoffOption(string Name, bool Value, string Meaning);
