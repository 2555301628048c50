using Appliance.Core.Led;

namespace Appliance.App.Indication;

/// <summary>A red, an amber and a green LED.</summary>
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
        int lamps = isLit ? LedPattern.LampsOf(colour) : 0;
        _red.Show((lamps & 1) != 0, colour);
        _amber.Show((lamps & 2) != 0, colour);
        _green.Show((lamps & 4) != 0, colour);
    }
}
