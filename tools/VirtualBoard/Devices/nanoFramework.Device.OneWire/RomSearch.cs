namespace nanoFramework.Device.OneWire;

/// <summary>
/// The search for ROM codes (Maxim application note 187): each pass walks one path of the binary tree of codes, taking 0 at
/// the deepest branch not yet exhausted and 1 at the next visit.
/// </summary>
internal sealed class RomSearch(OneWireMaster master)
{
    private const byte SearchRom = 0xF0;
    private const byte AlarmSearch = 0xEC;

    private int _lastBranch;
    private bool _exhausted;

    /// <summary>The code found last: 8 bytes, least significant bit first.</summary>
    public byte[] Rom { get; } = new byte[8];

    public void Restart()
    {
        _lastBranch = 0;
        _exhausted = false;
        Array.Clear(Rom);
    }

    public bool Next(bool reset, bool alarmOnly)
    {
        if (_exhausted || (reset && !master.Reset()))
        {
            _exhausted = false;
            _lastBranch = 0;
            return false;
        }

        master.Byte(alarmOnly ? AlarmSearch : SearchRom);
        int branch = 0;
        bool found = Walk(ref branch) && Crc8(Rom) == 0;
        _lastBranch = found ? branch : 0;
        _exhausted = found && branch == 0;
        return found;
    }

    // Bits count from 1, so that 0 can say "no branch".
    private bool Walk(ref int branch)
    {
        for (int bit = 1; bit <= 64; bit++)
        {
            bool value = master.Bit(true);
            bool complement = master.Bit(true);
            if (value && complement)
                return false;

            if (value == complement)
            {
                value = bit < _lastBranch ? Bit(bit) : bit == _lastBranch;
                if (!value)
                    branch = bit;
            }

            SetBit(bit, value);
            master.Bit(value);
        }

        return true;
    }

    private static int Crc8(byte[] data)
    {
        int crc = 0;
        foreach (byte value in data)
        {
            crc ^= value;
            for (int i = 0; i < 8; i++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0x8C : crc >> 1;
        }

        return crc;
    }

    private bool Bit(int bit) => (Rom[(bit - 1) / 8] >> ((bit - 1) % 8) & 1) != 0;

    private void SetBit(int bit, bool value)
    {
        byte mask = (byte)(1 << ((bit - 1) % 8));
        if (value)
            Rom[(bit - 1) / 8] |= mask;
        else
            Rom[(bit - 1) / 8] &= (byte)~mask;
    }
}
