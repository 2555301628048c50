namespace Appliance.Core.Journal;

/// <summary>A file of the journal. Its number is its place in the order, above how often it was thinned.</summary>
internal sealed class JournalSegment
{
    internal const int LevelBits = 3;

    /// <summary>Level of a segment that has only raw reports left.</summary>
    internal const int RawOnly = (1 << LevelBits) - 1;

    /// <summary>littlefs gives out flash in such pieces.</summary>
    private const int Piece = 4096;

    internal JournalSegment(int file, int from)
    {
        File = file;
        From = from;
    }

    /// <summary>The number the store knows it by.</summary>
    internal int File { get; }

    /// <summary>First place in the order that it stands in for; in a layout, its CRC.</summary>
    internal int From { get; }

    internal int Size { get; set; }

    /// <summary>Records in it.</summary>
    internal int Count { get; set; }

    /// <summary>Its blocks did not end where the file does when it was found: there may have been more records.</summary>
    internal bool IsTorn { get; set; }

    internal int Order => File >> LevelBits;

    /// <summary>One record of 2^level is left of each channel.</summary>
    internal int Level => File & RawOnly;

    /// <summary>Bytes of flash that it takes when there is more in it.</summary>
    internal int SizeWith(int more) => (Size + more + Piece - 1) / Piece * Piece;
}
