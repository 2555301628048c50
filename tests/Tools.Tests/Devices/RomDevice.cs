using VirtualBoard.Buses;

namespace Tools.Tests.Devices;

/// <summary>The part of every 1-Wire device that takes part in a search.</summary>
internal sealed class RomDevice(byte[] rom) : IOneWireSlave
{
    private int _commandBits;
    private int _command;
    private int _step;
    private bool _listening;

    public bool IsAlarmed { get; init; }

    /// <summary>A valid ROM code: family, 48 bits of serial number, CRC-8.</summary>
    public static byte[] Code(byte family, ulong serial)
    {
        byte[] rom = new byte[8];
        rom[0] = family;
        for (int i = 0; i < 6; i++)
            rom[i + 1] = (byte)(serial >> (8 * i));
        int crc = 0;
        for (int bit = 0; bit < 56; bit++)
        {
            int mix = (crc ^ (rom[bit / 8] >> (bit % 8))) & 1;
            crc = (crc >> 1) ^ (mix * 0x8C);
        }

        rom[7] = (byte)crc;
        return rom;
    }

    public bool Reset()
    {
        _listening = true;
        _commandBits = _command = _step = 0;
        return true;
    }

    public bool Slot(bool masterBit)
    {
        if (!_listening)
            return true;
        if (_commandBits < 8)
            return Command(masterBit);

        bool bit = (rom[_step / 24] >> (_step / 3 % 8) & 1) != 0;
        int phase = _step++ % 3;
        if (phase == 2)
            _listening = masterBit == bit && _step < 3 * 64;
        return phase == 0 ? bit : phase != 1 || !bit;
    }

    private bool Command(bool masterBit)
    {
        _command |= (masterBit ? 1 : 0) << _commandBits++;
        if (_commandBits == 8)
            _listening = _command == 0xF0 || (_command == 0xEC && IsAlarmed);
        return true;
    }
}
