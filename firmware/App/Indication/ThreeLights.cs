using Appliance.Core.Led;

namespace Appliance.App.Indication;

/// <summary>A red, an amber and a green LED. Blue is amber and green together, white is all three.</summary>
public sealed class ThreeLights : Light
{
    private readonly PlainLight _red;
    private readonly PlainLight _amber;
    private readonly PlainLight _green;

    public ThreeLights(PlainLight red, PlainLight amber, PlainLight green)
    {
        _red = red;
        _amber = amber;
        _green = green;
    }

    public override void Show(bool isLit, int colour)
    {
        bool isMixed = isLit && (colour == LedPattern.White || colour == LedPattern.Blue);
        _red.Show(isLit && (colour == LedPattern.Red || colour == LedPattern.White), colour);
        _amber.Show(isMixed || (isLit && colour == LedPattern.Amber), colour);
        _green.Show(isMixed || (isLit && colour == LedPattern.Green), colour);
    }
}
