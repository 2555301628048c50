using VirtualBoard.Buses;
using VirtualBoard.Running;

namespace VirtualRack.Chips;

/// <summary>DS18B20 thermometer on a 1-Wire bus, slot by slot (Maxim datasheet 19-7487).</summary>
public sealed class Ds18b20 : FaultyChip<Ds18b20Faults>, IOneWireSlave
{
    /// <summary>EEPROM write time, datasheet maximum.</summary>
    private const long CopyMicros = 10_000;

    private readonly TimeBase _time;
    private readonly Func<double> _celsius;
    private readonly byte[] _rom;
    private readonly Noise _undefined;
    private readonly Ds18b20Memory _memory = new();
    private readonly byte[] _received = new byte[3];

    private Ds18b20State _state;
    private byte[] _sending = [];
    private int _bit;
    private int _shift;
    private long _busyUntil;
    private bool _converting;
    private long _conversions;

    /// <param name="rom">Eight bytes as read from the bus: family 0x28, serial, CRC.</param>
    /// <param name="celsius">What the probe feels; asked when a conversion is done.</param>
    /// <exception cref="ArgumentException">The ROM code is not eight bytes with a right CRC.</exception>
    public Ds18b20(TimeBase time, ReadOnlySpan<byte> rom, Func<double> celsius)
    {
        if (rom.Length != 8 || Crc8.Maxim(rom) != 0)
        {
            throw new ArgumentException(
                $"{Convert.ToHexString(rom)} is no ROM code: eight bytes are needed, the last one the CRC of the others.", nameof(rom));
        }

        _time = time;
        _rom = rom.ToArray();
        _celsius = celsius;
        _undefined = new Noise(BitConverter.ToInt32(_rom, 1), 0);
        _memory.PowerOn(warmClone: false);
    }

    /// <summary>Eight bytes: family, serial number, CRC.</summary>
    public ReadOnlySpan<byte> Rom => _rom;

    /// <summary>How often a master has worn the EEPROM.</summary>
    public int EepromWrites => _memory.EepromWrites;

    /// <summary>How often a master has written the scratchpad.</summary>
    public int SettingsWrites => _memory.SettingsWrites;

    /// <summary>TH, TL and configuration, as they stand in the scratchpad.</summary>
    public byte[] Settings => _memory.Read(crcError: false)[2..5];

    /// <param name="serial">48 bits.</param>
    /// <returns>The ROM code of a DS18B20 with that serial number.</returns>
    public static byte[] RomOf(long serial)
    {
        byte[] rom = new byte[8];
        rom[0] = 0x28;
        for (int i = 1; i < 7; i++)
            rom[i] = (byte)(serial >> (8 * (i - 1)));
        rom[7] = Crc8.Maxim(rom.AsSpan(0, 7));
        return rom;
    }

    public override void BrownOut()
    {
        _converting = false;
        _busyUntil = 0;
        _state = Ds18b20State.Deselected;
        _memory.PowerOn(Has(Ds18b20Faults.CloneWarm));
    }

    public bool Reset()
    {
        if (Has(Ds18b20Faults.Absent))
            return false;

        Settle();
        if (_converting && Has(Ds18b20Faults.ParasitePower))
            BrownOut();
        Expect(Ds18b20State.RomCommand);
        return true;
    }

    public bool Slot(bool masterBit)
    {
        if (Has(Ds18b20Faults.Absent))
            return true;
        if (Has(Ds18b20Faults.ShortedData))
            return false;

        switch (_state)
        {
            case Ds18b20State.Searching:
                return Search(masterBit);
            case Ds18b20State.Sending:
                return Send();
            case Ds18b20State.Polling:
                return Poll();
            case Ds18b20State.Matching:
                Match(masterBit);
                break;
            case Ds18b20State.Deselected:
                break;
            default:
                Receive(masterBit);
                break;
        }

        return true;
    }

    protected override void AfterFaultsChange()
    {
        if (Has(Ds18b20Faults.Absent) || (Has(Ds18b20Faults.CloneWarm) && _conversions == 0))
            BrownOut();
    }

    private void Expect(Ds18b20State state)
    {
        _state = state;
        _bit = 0;
        _shift = 0;
    }

    private void Receive(bool masterBit)
    {
        if (masterBit)
            _shift |= 1 << (_bit & 7);
        _bit++;
        if ((_bit & 7) != 0)
            return;

        byte value = (byte)_shift;
        _shift = 0;
        if (_state == Ds18b20State.RomCommand)
            RomCommand(value);
        else if (_state == Ds18b20State.Function)
            Function(value);
        else
            WriteByte(value);
    }

    private void RomCommand(byte command)
    {
        switch (command)
        {
            case 0xF0:
                Expect(Ds18b20State.Searching);
                break;
            case 0xEC:
                Expect(_memory.IsInAlarm ? Ds18b20State.Searching : Ds18b20State.Deselected);
                break;
            case 0x33:
                Answer(_rom);
                break;
            case 0x55:
                Expect(Ds18b20State.Matching);
                break;
            case 0xCC:
                Expect(Ds18b20State.Function);
                break;
            default:
                Expect(Ds18b20State.Deselected);
                break;
        }
    }

    private void Function(byte command)
    {
        Settle();
        switch (command)
        {
            case 0x44:
                Busy(ConversionMicros(), converting: true);
                break;
            case 0xBE:
                Answer(_memory.Read(Has(Ds18b20Faults.CrcError)));
                break;
            case 0x4E:
                Expect(Ds18b20State.Writing);
                break;
            case 0x48:
                _memory.Copy();
                Busy(CopyMicros, converting: false);
                break;
            case 0xB8:
                _memory.Recall();
                Expect(Ds18b20State.Polling);
                break;
            case 0xB4:
                Answer([(byte)(Has(Ds18b20Faults.ParasitePower) ? 0xFE : 0xFF)]);
                break;
            default:
                Expect(Ds18b20State.Deselected);
                break;
        }
    }

    private void WriteByte(byte value)
    {
        int index = (_bit / 8) - 1;
        _received[index] = value;
        if (index < 2)
            return;

        if (Has(Ds18b20Faults.FixedResolution))
            _received[2] = 0x7F;
        _memory.WriteSettings(_received);
        Expect(Ds18b20State.Deselected);
    }

    private void Match(bool masterBit)
    {
        if (masterBit != RomBit(_bit))
            Expect(Ds18b20State.Deselected);
        else if (++_bit == 64)
            Expect(Ds18b20State.Function);
    }

    /// <summary>Three slots a bit: the bit, its complement, and the direction the master takes (Maxim AN187).</summary>
    private bool Search(bool masterBit)
    {
        bool own = RomBit(_bit / 3);
        int phase = _bit++ % 3;
        if (phase == 0)
            return own;
        if (phase == 1)
            return !own;

        if (masterBit != own)
            Expect(Ds18b20State.Deselected);
        else if (_bit == 3 * 64)
            Expect(Ds18b20State.Function);
        return true;
    }

    private bool RomBit(int index) => (_rom[index >> 3] >> (index & 7) & 1) != 0;

    private void Answer(byte[] bytes)
    {
        _sending = bytes;
        Expect(Ds18b20State.Sending);
    }

    private bool Send()
    {
        int index = _bit >> 3;
        return index >= _sending.Length || (_sending[index] >> (_bit++ & 7) & 1) != 0;
    }

    private bool Poll()
    {
        Settle();
        return Has(Ds18b20Faults.ParasitePower) || _time.NowMicros >= _busyUntil;
    }

    private void Busy(long micros, bool converting)
    {
        _busyUntil = _time.NowMicros + micros;
        _converting = converting;
        Expect(Ds18b20State.Polling);
    }

    /// <summary>t_CONV of the datasheet: 750 ms at 12 bits, half of it for each bit less.</summary>
    private long ConversionMicros()
    {
        long micros = Has(Ds18b20Faults.Clone) ? 30_000 : 750_000 >> (12 - _memory.Resolution);
        return Has(Ds18b20Faults.Slow) ? 2 * micros : micros;
    }

    private void Settle()
    {
        if (!_converting || _time.NowMicros < _busyUntil)
            return;

        _converting = false;
        _conversions++;
        if (Has(Ds18b20Faults.PowerOnValue))
            BrownOutInConversion();
        else if (!Has(Ds18b20Faults.Stuck))
            _memory.Store(Raw(), genuine: !Has(Ds18b20Faults.Clone) && !Has(Ds18b20Faults.CloneWarm));
    }

    private void BrownOutInConversion()
    {
        var state = _state;
        BrownOut();
        _state = state;
    }

    private int Raw()
    {
        if (Has(Ds18b20Faults.OutOfRange))
            return 0x07FF;

        double celsius = _celsius();
        int raw = (int)Math.Round((double.IsFinite(celsius) ? Math.Clamp(celsius, -55, 125) : 0) * 16);
        int undefined = (1 << (12 - _memory.Resolution)) - 1;
        return Has(Ds18b20Faults.Clone) ? raw : (raw & ~undefined) | ((int)_undefined.Bits(_conversions) & undefined);
    }
}
