namespace Ixp.Sites.Boards;

/// <summary>What somebody wants of a pin.</summary>
/// <param name="Path">Where the file asks for the pin.</param>
/// <param name="Owner">Who asks, for people.</param>
internal sealed record PinClaim(int Pin, string Path, string Owner)
{
    public bool IsOutput { get; init; }

    public bool IsAnalogue { get; init; }

    /// <summary>Pulses are counted, each of which matters.</summary>
    public bool CountsPulses { get; init; }

    public BootLevel Boot { get; init; }

    /// <summary>A pin that the board itself uses so is just what is wanted.</summary>
    public PinUse? Meant { get; init; }
}
