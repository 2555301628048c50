namespace Ixp.Sites.Fields;

/// <summary>A kind of entries of a site file, which says what values they have.</summary>
/// <param name="Name">As it stands in site files: <c>sht4x</c>.</param>
/// <param name="Sentence">What it is, for people.</param>
/// <param name="Fields">Its values.</param>
public abstract record EntryKind(string Name, string Sentence, IReadOnlyList<Field> Fields)
{
    /// <summary>One of it, as complaints call it.</summary>
    internal abstract string One { get; }
}
