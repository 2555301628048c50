namespace Ixp.Sites.Boards;

/// <summary>The link by which the board is flashed.</summary>
/// <param name="HasUsb">There is a USB socket; else it takes a USB-to-serial adapter.</param>
public sealed record BoardSerial(int Baud, bool HasUsb, Evidence Evidence);
