namespace Ixp.Sites.Boards;

/// <summary>A fact for people.</summary>
public sealed record BoardNote(string Text, Evidence Evidence);
