using VirtualBoard.Buses;

namespace VirtualRack.Chips;

/// <summary>
/// A chip on I2C with registers behind a pointer: the first byte written moves it and it stays there, two more store a register,
/// a read takes the register as it is at the start, highest byte first.
/// </summary>
public abstract class RegisterChip<TFaults> : FaultyChip<TFaults>, II2cSlave
    where TFaults : struct, Enum
{
    private int _pointer;
    private int _position;
    private byte _high;
    private ulong _reading;
    private int _left;

    /// <summary>The address is not acknowledged.</summary>
    protected abstract bool IsAbsent { get; }

    /// <summary>Bytes after the address are not acknowledged.</summary>
    protected abstract bool RefusesWrites { get; }

    /// <summary>Every register reads as ones.</summary>
    protected abstract bool ReadsOnes { get; }

    public override void BrownOut() => _pointer = 0;

    public bool Start(bool read)
    {
        if (IsAbsent)
            return false;

        _position = 0;
        if (read)
        {
            _left = Width(_pointer);
            _reading = ReadsOnes ? ulong.MaxValue : Value(_pointer);
        }

        return true;
    }

    public bool Write(byte value)
    {
        if (RefusesWrites)
            return false;

        if (_position == 0)
            _pointer = value;
        else if (_position == 1)
            _high = value;
        else if (_position == 2)
            Store(_pointer, _high << 8 | value);
        _position++;
        return _position <= 3;
    }

    public byte Read() => _left > 0 ? (byte)(_reading >> (8 * --_left)) : (byte)0xFF;

    public void Stop()
    {
    }

    protected override void AfterFaultsChange()
    {
        if (IsAbsent)
            BrownOut();
    }

    /// <returns>Bytes of a register.</returns>
    protected virtual int Width(int register) => 2;

    /// <returns>What a master reads now; reading may clear flags.</returns>
    protected abstract ulong Value(int register);

    protected abstract void Store(int register, int value);
}
