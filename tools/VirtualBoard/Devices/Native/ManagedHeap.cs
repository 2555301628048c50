namespace VirtualBoard.Devices;

/// <summary>
/// The managed heap of the board as far as .NET can tell: the objects of the firmware cannot be told from those of the tools
/// around it, so that this is a steady plausible figure. Watch the true one on a board.
/// </summary>
internal static class ManagedHeap
{
    public static uint FreeBytes(Board board) => (uint)board.FreeHeap;
}
