namespace System.IO.Ports;

/// <summary>The ports of the present boot that exist, by COM number: a second object for one is refused, open or not.</summary>
internal sealed class SerialUnits
{
    private readonly Dictionary<int, SerialPort> _ports = [];

    public bool TryAdd(int number, SerialPort port) => _ports.TryAdd(number, port);

    public void Remove(int number) => _ports.Remove(number);

    public bool IsOpen(int number) => _ports.TryGetValue(number, out var port) && port.IsOpen;
}
