namespace Ixp.Sites.Boards;

/// <summary>Layout of the flash memory.</summary>
/// <param name="Sizes">Those that the board is sold with.</param>
/// <param name="FirmwareKib">Room for the nanoFramework image.</param>
/// <param name="DeployAddress">Flash address of the application; null where there is no flash.</param>
public sealed record BoardFlash(IReadOnlyList<FlashSize> Sizes, int FirmwareKib, int? DeployAddress, Evidence Evidence);
