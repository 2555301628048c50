namespace VirtualBoard.Buses;

/// <summary>A chip on an I2C bus, byte by byte (NXP UM10204). Called for its own address only.</summary>
public interface II2cSlave
{
    /// <summary>Start or repeated start with the slave's address.</summary>
    /// <param name="read">The direction bit: the master will read.</param>
    /// <returns>False for NACK: absent, or busy.</returns>
    bool Start(bool read);

    /// <summary>A byte from the master.</summary>
    /// <returns>False for NACK.</returns>
    bool Write(byte value);

    /// <summary>A byte for the master.</summary>
    byte Read();

    /// <summary>Stop condition.</summary>
    void Stop();
}
