using Microsoft.CodeAnalysis;

namespace NanoGate.References;

/// <summary>One assembly made from a listing: the C# it was made of, its metadata, and the same as the compiler takes it.</summary>
public sealed class ReferenceAssembly(string name, string source, byte[] image)
{
    public string Name { get; } = name;
    public string Source { get; } = source;
    public byte[] Image { get; } = image;
    internal MetadataReference Reference { get; } = MetadataReference.CreateFromImage(image);
}
