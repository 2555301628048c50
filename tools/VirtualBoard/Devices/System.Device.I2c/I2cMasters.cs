namespace System.Device.I2c;

/// <summary>The I2C peripherals of the chip, by the number of their bus.</summary>
internal sealed class I2cMasters
{
    private readonly I2cMaster[] _masters = [new(1), new(2)];

    /// <exception cref="ArgumentException">The chip has no such bus.</exception>
    public I2cMaster this[int bus] => bus is 1 or 2
        ? _masters[bus - 1]
        : throw new ArgumentException($"There is no I2C{bus}: the buses are 1 and 2.", nameof(bus));
}
