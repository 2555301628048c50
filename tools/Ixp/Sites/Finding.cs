namespace Ixp.Sites;

/// <summary>Something that is wrong in a file.</summary>
/// <param name="Path">Where in the file: <c>sensors[2].pin</c>; empty for the file as a whole.</param>
/// <param name="Reason">What is wrong.</param>
/// <param name="Mend">What would be right.</param>
public sealed record Finding(string Path, string Reason, string Mend)
{
    /// <summary>It can work, but may not be meant so.</summary>
    public bool IsWarning { get; init; }

    /// <summary>The file, as far as that is known.</summary>
    public string? File { get; init; }

    /// <summary>Line of the value in the file, counted from 1; 0 if that is not known.</summary>
    public int Line { get; init; }

    /// <summary>With file and line in front, as compilers write it.</summary>
    public string Located => $"{File}{(Line > 0 ? $":{Line}" : "")}: {(IsWarning ? "warning: " : "")}{this}";

    public override string ToString() => $"{(Path.Length > 0 ? Path + ": " : "")}{Reason}{(Mend.Length > 0 ? $"; {Mend}" : "")}{(Mend.EndsWith('?') ? "" : ".")}";
}
