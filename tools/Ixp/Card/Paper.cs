namespace Ixp.Card;

/// <summary>What a card is printed on.</summary>
public enum Paper
{
    /// <summary>All on one page.</summary>
    A4,

    /// <summary>Two pages: front and back.</summary>
    A6,
}
