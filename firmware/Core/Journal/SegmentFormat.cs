namespace Appliance.Core.Journal;

/// <summary>
/// The form of the files. A header: mark, version, kind, a number (the place in the order from which on it stands in for
/// others, or the CRC of a layout), CRC-32. A layout follows, or blocks: 24 bits with their count of records (13) and length
/// (11), content, CRC-32. A block without records begins a run: session, Unix time of its start or 0, CRC of its layout, first
/// sequence number; or it is empty, and a rewritten file is complete. Numbers have their low byte first.
/// </summary>
/// <remarks>
/// The CRC of the header and of a run go on from the file's number, that of another block from the CRC of the block before:
/// what has been learned from the blocks of a run is needed for the next.
/// </remarks>
internal static class SegmentFormat
{
    internal const int HeaderSize = 12;
    internal const int BlockHead = 3;
    internal const int CrcSize = 4;
    internal const int RunSize = 16;
    internal const int MostRecords = 0x1FFF;

    /// <summary>Longest block in bytes, its head and CRC included; the length fits into 11 bits.</summary>
    internal const int MostBlock = 2048;

    internal const byte Segment = (byte)'S';
    internal const byte Layout = (byte)'L';

    private const uint Mark = 'J' | (2 << 8);

    internal static void WriteHeader(byte[] bytes, int file, byte kind, uint number)
    {
        Put(bytes, 0, Mark | ((uint)kind << 16));
        Put(bytes, 4, number);
        Put(bytes, 8, Checksums.Crc32.Of(bytes, 0, 8, (uint)file));
    }

    /// <returns>The kind of the file; 0 if the header is damaged.</returns>
    internal static byte Kind(byte[] bytes, int file) =>
        (Get(bytes, 0) & 0xFF00FFFF) == Mark && Get(bytes, 8) == Checksums.Crc32.Of(bytes, 0, 8, (uint)file) ? bytes[2] : (byte)0;

    internal static void Put(byte[] bytes, int at, uint value)
    {
        for (int i = 0; i < 4; i++)
        {
            bytes[at + i] = (byte)(value >> (8 * i));
        }
    }

    internal static uint Get(byte[] bytes, int at) =>
        (uint)(bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24));
}
