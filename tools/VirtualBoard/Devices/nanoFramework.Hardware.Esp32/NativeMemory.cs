using VirtualBoard;

namespace nanoFramework.Hardware.Esp32;

/// <summary>The heap of the drivers: sockets, TLS, buffers. The virtual board has it all free but for a steady part.</summary>
public class NativeMemory
{
    private const uint ReferenceBoardInternal = 232_884;

    public enum MemoryType
    {
        All = 0,
        Internal = 1,
        SpiRam = 2,
    }

    /// <summary>Bytes of a kind of memory; all 0 where the board has none of it.</summary>
    public static void GetMemoryInfo(MemoryType memType, out uint totalSize, out uint totalFreeSize, out uint largestFreeBlock)
    {
        bool none = memType == MemoryType.SpiRam;
        totalSize = none ? 0 : Math.Max(ReferenceBoardInternal, (uint)Board.Current.Profile.NativeHeap);
        totalFreeSize = none ? 0 : (uint)Board.Current.Profile.NativeHeap;
        largestFreeBlock = none ? 0 : (uint)Board.Current.NativeBlock;
    }
}
