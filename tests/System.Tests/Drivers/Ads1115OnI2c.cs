using VirtualBoard.Buses;

namespace SystemTests.Drivers;

/// <summary>
/// An ADS1115 as a script: converts in no time, to two words in turn, and loses its registers just before a byte that is read.
/// Allocates nothing.
/// </summary>
internal sealed class Ads1115OnI2c(int word, int otherWord) : II2cSlave
{
    private const int PowerOn = 0x0583;

    private int _configuration = PowerOn;
    private int _pointer;
    private int _position;
    private int _high;
    private int _reading;
    private bool _hasMeasured;
    private bool _isOther;

    /// <summary>Registers that may still be read before the supply dips; never unless set.</summary>
    public int ReadsToReset { get; set; } = int.MaxValue;

    public bool Start(bool read)
    {
        _position = 0;
        if (read)
            _reading = Value();
        return true;
    }

    public bool Write(byte value)
    {
        if (_position == 0)
            _pointer = value;
        else if (_position == 1)
            _high = value;
        else
            Configure((_high << 8) | value);
        _position++;
        return true;
    }

    public byte Read() => (byte)(_position++ == 0 ? _reading >> 8 : _reading);

    public void Stop()
    {
    }

    private void Configure(int value)
    {
        _configuration = value & 0x7FFF;
        _hasMeasured |= (value & 0x8000) != 0 || (value & 0x0100) == 0;
    }

    private int Value()
    {
        if (ReadsToReset-- == 0)
            (_configuration, _hasMeasured) = (PowerOn, false);
        if (_pointer != 0)
            return _configuration | ((_configuration & 0x0100) << 7);

        _isOther = !_isOther;
        return !_hasMeasured ? 0 : _isOther ? word : otherWord;
    }
}
