using Ixp.Sites;

namespace Ixp.Flash;

/// <summary>What flashing has to know of a board.</summary>
/// <param name="Image">Exact name of its nanoFramework image.</param>
/// <param name="Address">Flash address of the application, such as <c>0x1E0000</c>. nanoff's own default is another one for some chips.</param>
/// <param name="Baud">Speed of its debug port.</param>
public sealed record FlashTarget(string Image, string Address, int Baud)
{
    /// <exception cref="FlashException">The board cannot be flashed.</exception>
    public static FlashTarget Of(Board board) => new(
        board.Image,
        board.Flash.DeployAddress is { } address
            ? FormattableString.Invariant($"0x{address:X}")
            : throw new FlashException($"{board.Title} has no deploy_address in its board file", "Take another --board: this one exists on a PC only."),
        board.Serial.Baud);
}
