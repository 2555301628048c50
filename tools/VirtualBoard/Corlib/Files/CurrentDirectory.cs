namespace System.IO;

/// <summary>The working directory of this boot.</summary>
internal sealed class CurrentDirectory
{
    public string Path { get; set; } = FilePath.Root;
}
