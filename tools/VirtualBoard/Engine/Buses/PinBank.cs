namespace VirtualBoard.Buses;

/// <summary>The GPIO pins of a board by number.</summary>
public sealed class PinBank
{
    private readonly Pin[] _pins;

    internal PinBank(Board board)
    {
        _pins = new Pin[board.Profile.PinCount];
        for (int i = 0; i < _pins.Length; i++)
            _pins[i] = new Pin(i);
    }

    public int Count => _pins.Length;

    public Pin this[int number] => _pins[number];

    internal void Release()
    {
        foreach (var pin in _pins)
            pin.Release();
    }
}
