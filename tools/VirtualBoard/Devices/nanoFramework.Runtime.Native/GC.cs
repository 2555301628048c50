using VirtualBoard;
using VirtualBoard.Devices;

namespace nanoFramework.Runtime.Native;

public static class GC
{
    /// <returns>Free bytes of the managed heap, see <see cref="ManagedHeap"/>.</returns>
    public static uint Run(bool compactHeap) => ManagedHeap.FreeBytes(Board.Current);

    public static void EnableGCMessages(bool enable)
    {
    }
}
