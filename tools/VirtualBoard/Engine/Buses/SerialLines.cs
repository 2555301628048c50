namespace VirtualBoard.Buses;

/// <summary>The serial ports of a board by COM number; COM1 is the debugger's.</summary>
public sealed class SerialLines
{
    private readonly SerialLine[] _lines = [new(), new(), new()];

    public int Count => _lines.Length;

    public SerialLine this[int comNumber] => _lines[comNumber - 1];
}
