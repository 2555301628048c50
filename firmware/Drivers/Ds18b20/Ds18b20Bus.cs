using Appliance.Core.Chips;
using nanoFramework.Device.OneWire;

namespace Appliance.Drivers.Ds18b20;

/// <summary>The commands of the DS18B20 (datasheet, table of function commands) on a 1-Wire bus.</summary>
/// <remarks>
/// Copy Scratchpad is not among them: the EEPROM of some clones bears a handful of writes. What is written lasts until the part
/// loses its power.
/// </remarks>
internal sealed class Ds18b20Bus
{
    private const byte SkipRom = 0xCC;
    private const byte MatchRom = 0x55;
    private const byte ConvertT = 0x44;
    private const byte ReadScratchpad = 0xBE;
    private const byte WriteScratchpad = 0x4E;

    private readonly OneWireHost _host;

    public Ds18b20Bus(OneWireHost host)
    {
        _host = host;
    }

    /// <returns>False when no part answers; a short looks like a presence.</returns>
    public bool Reset() => _host.TouchReset();

    /// <summary>To be sent after a reset.</summary>
    /// <returns>False when the bus does not show the commands: they have reached nobody.</returns>
    public bool ConvertAll() => _host.TouchByte(SkipRom) == SkipRom && _host.TouchByte(ConvertT) == ConvertT;

    /// <summary>Until the next reset, a part that still converts answers a read slot with 0 (datasheet, Convert T).</summary>
    public bool IsConverting() => !_host.TouchBit(true);

    public void Read(byte[] rom, byte[] scratchpad)
    {
        Select(rom);
        _host.WriteByte(ReadScratchpad);
        for (int i = 0; i < scratchpad.Length; i++)
        {
            scratchpad[i] = _host.ReadByte();
        }
    }

    /// <param name="scratchpad">As read: the alarm bytes stay what they are.</param>
    public void Write(byte[] rom, byte[] scratchpad, byte configuration)
    {
        Select(rom);
        _host.WriteByte(WriteScratchpad);
        _host.WriteByte(scratchpad[Ds18b20Scratchpad.Settings]);
        _host.WriteByte(scratchpad[Ds18b20Scratchpad.Settings + 1]);
        _host.WriteByte(configuration);
    }

    private void Select(byte[] rom)
    {
        _host.TouchReset();
        _host.WriteByte(MatchRom);
        for (int i = 0; i < rom.Length; i++)
        {
            _host.WriteByte(rom[i]);
        }
    }
}
