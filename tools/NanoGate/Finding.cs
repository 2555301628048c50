namespace NanoGate;

/// <summary>One reason to refuse: where, which rule, why, and how to mend it.</summary>
/// <param name="File">Absolute path of the source or project file.</param>
/// <param name="Line">From 1; 0 when the finding concerns the whole file.</param>
/// <param name="Column">From 1; 0 like <paramref name="Line"/>.</param>
/// <param name="Code">CSxxxx from the compiler, NGxxxx from the gate.</param>
public sealed record Finding(string File, int Line, int Column, string Code, string Message)
{
    /// <summary>The form that editors and build logs understand.</summary>
    public override string ToString() => $"{File}({Line},{Column}): error {Code}: {Message}";

    /// <summary>The same with the path relative to a directory.</summary>
    public string ToString(string relativeTo) => (this with { File = Path.GetRelativePath(relativeTo, File) }).ToString();
}
