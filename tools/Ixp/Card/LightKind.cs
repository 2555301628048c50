namespace Ixp.Card;

/// <summary>What a card draws: the light that a board has.</summary>
public enum LightKind
{
    Single,
    Rgb,
    Three,
}
