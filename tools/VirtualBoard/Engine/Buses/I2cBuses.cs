namespace VirtualBoard.Buses;

/// <summary>The I2C buses of a board, numbered as in the API: 1 and 2.</summary>
public sealed class I2cBuses
{
    private readonly I2cBus[] _buses = [new(), new()];

    public I2cBus this[int number] => _buses[number - 1];
}
