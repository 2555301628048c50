namespace VirtualBoard.Buses;

/// <summary>One I2C bus and what is wired to it, by 7-bit address.</summary>
public sealed class I2cBus
{
    private readonly Dictionary<int, II2cSlave> _slaves = [];

    /// <summary>SDA or SCL is held low: every transfer fails after the driver's time-out of one second.</summary>
    public bool IsStuck { get; set; }

    public void Attach(int address, II2cSlave slave) => _slaves.Add(address, slave);

    public void Detach(int address) => _slaves.Remove(address);

    public II2cSlave? At(int address) => _slaves.GetValueOrDefault(address);
}
