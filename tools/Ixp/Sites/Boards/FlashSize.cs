namespace Ixp.Sites.Boards;

/// <summary>What a flash memory of a certain size has room for.</summary>
/// <param name="Mebibytes">The size.</param>
/// <param name="AppKib">Room for the application.</param>
/// <param name="StorageKib">Room for the file system on drive I:.</param>
public sealed record FlashSize(int Mebibytes, int AppKib, int StorageKib);
