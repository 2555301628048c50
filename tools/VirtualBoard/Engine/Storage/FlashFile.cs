namespace VirtualBoard.Storage;

/// <summary>The committed state of one file.</summary>
internal sealed class FlashFile(byte[] content, int[] blocks)
{
    /// <summary>Never changed in place: who reads it keeps what was there.</summary>
    public byte[] Content { get; } = content;

    /// <summary>Data blocks; none while the file is small enough to live in its directory.</summary>
    public int[] Blocks { get; } = blocks;

    public byte Attributes { get; set; }
}
