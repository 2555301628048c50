using VirtualBoard.Buses;

namespace Tools.Tests.Devices;

/// <summary>An I2C chip of registers: the first byte written sets the pointer, the pointer moves on with each byte.</summary>
internal sealed class RegisterChip(int size) : II2cSlave
{
    private bool _pointing;
    private int _pointer;

    public byte[] Registers { get; } = new byte[size];

    public List<string> Bus { get; } = [];

    public bool Start(bool read)
    {
        Bus.Add(read ? "Sr" : "Sw");
        _pointing = !read;
        return true;
    }

    public bool Write(byte value)
    {
        Bus.Add(value.ToString("x2"));
        if (_pointing)
        {
            _pointing = false;
            _pointer = value;
            return true;
        }

        if (_pointer >= size)
            return false;

        Registers[_pointer++] = value;
        return true;
    }

    public byte Read() => _pointer < size ? Registers[_pointer++] : (byte)0xFF;

    public void Stop() => Bus.Add("P");
}
