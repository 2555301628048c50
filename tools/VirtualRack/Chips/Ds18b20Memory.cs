namespace VirtualRack.Chips;

/// <summary>Scratchpad and EEPROM of a DS18B20 (datasheet, memory map).</summary>
internal sealed class Ds18b20Memory
{
    private readonly byte[] _eeprom = [0x4B, 0x46, 0x7F];
    private readonly byte[] _bytes = new byte[8];

    public int EepromWrites { get; private set; }

    public int SettingsWrites { get; private set; }

    /// <summary>9 to 12 bits.</summary>
    public int Resolution => 9 + (_bytes[4] >> 5 & 3);

    /// <summary>The whole degrees of the last reading lie at or beyond TH or TL.</summary>
    public bool IsInAlarm { get; private set; }

    public void PowerOn(bool warmClone)
    {
        int raw = warmClone ? 0x0190 : 0x0550;
        _bytes[0] = (byte)raw;
        _bytes[1] = (byte)(raw >> 8);
        _bytes[5] = 0xFF;
        _bytes[6] = 0x0C;
        _bytes[7] = (byte)(warmClone ? 0x66 : 0x10);
        IsInAlarm = false;
        Recall();
    }

    public void Recall() => _eeprom.CopyTo(_bytes, 2);

    public void Copy()
    {
        EepromWrites++;
        _bytes.AsSpan(2, 3).CopyTo(_eeprom);
    }

    public void WriteSettings(ReadOnlySpan<byte> settings)
    {
        SettingsWrites++;
        settings[..2].CopyTo(_bytes.AsSpan(2));
        _bytes[4] = (byte)((settings[2] & 0x60) | 0x1F);
    }

    /// <summary>Takes over a conversion.</summary>
    /// <param name="raw">Sixteenths of a degree.</param>
    /// <param name="genuine">Byte 6 follows the reading, as genuine parts do it.</param>
    public void Store(int raw, bool genuine)
    {
        _bytes[0] = (byte)raw;
        _bytes[1] = (byte)(raw >> 8);
        if (genuine)
            _bytes[6] = (byte)(0x10 - (raw & 0x0F));
        int degrees = raw >> 4;
        IsInAlarm = degrees >= (sbyte)_bytes[2] || degrees <= (sbyte)_bytes[3];
    }

    /// <returns>The nine bytes as they go over the bus.</returns>
    public byte[] Read(bool crcError)
    {
        int crc = Crc8.Maxim(_bytes) ^ (crcError ? 0x20 : 0);
        return [.. _bytes, (byte)crc];
    }
}
