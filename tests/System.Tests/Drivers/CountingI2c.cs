using VirtualBoard.Buses;

namespace SystemTests.Drivers;

/// <summary>An I2C chip that counts how often it is addressed, and answers as it is told: never, or with whatever comes.</summary>
internal sealed class CountingI2c(Func<bool> acknowledges, Func<byte> answers) : II2cSlave
{
    public int Starts { get; private set; }

    public bool Start(bool read)
    {
        Starts++;
        return acknowledges();
    }

    public bool Write(byte value) => acknowledges();

    public byte Read() => answers();

    public void Stop()
    {
    }
}
