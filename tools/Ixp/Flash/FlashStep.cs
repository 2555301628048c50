namespace Ixp.Flash;

/// <summary>One call of nanoff within flashing.</summary>
/// <param name="Title">What it does, for people.</param>
public sealed record FlashStep(string Title, NanoffCall Call);
