namespace Appliance.App.Indication;

/// <summary>The status light of a board, whatever it is made of.</summary>
public abstract class Light
{
    /// <param name="isLit">What a light without colours shows.</param>
    /// <param name="colour">One of the colours of <see cref="Core.Led.LedPattern"/>, 0xRRGGBB; 0 is dark.</param>
    public abstract void Show(bool isLit, int colour);
}
