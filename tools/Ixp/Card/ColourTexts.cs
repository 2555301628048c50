namespace Ixp.Card;

/// <summary>What the light shows beside its rhythm, in words.</summary>
public sealed record ColourTexts(
    string Green, string Amber, string Red, string Blue, string White, string WhiteBlue, string GreenAmber, string AllThree);
