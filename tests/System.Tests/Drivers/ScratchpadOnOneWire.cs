using VirtualBoard.Buses;
using VirtualRack.Chips;

namespace SystemTests.Drivers;

/// <summary>A 1-Wire device that answers the same nine bytes to Match ROM and one command. Allocates nothing.</summary>
internal sealed class ScratchpadOnOneWire : IOneWireSlave
{
    /// <summary>Match ROM, the code and the command.</summary>
    private const int SlotsBefore = 8 * 10;

    private int _slot;

    public byte[] Scratchpad { get; set; } = new byte[9];

    /// <returns>Eight bytes with their CRC behind them.</returns>
    public static byte[] Seal(byte[] bytes) => [.. bytes[..8], Crc8.Maxim(bytes.AsSpan(0, 8))];

    public bool Reset()
    {
        _slot = 0;
        return true;
    }

    public bool Slot(bool masterBit)
    {
        int bit = _slot++ - SlotsBefore;
        return bit < 0 || bit >= 8 * Scratchpad.Length || (Scratchpad[bit / 8] >> (bit % 8) & 1) != 0;
    }
}
