using nanoFramework.Device.OneWire;
using nanoFramework.Hardware.Esp32;
using VirtualBoard.Buses;
using VirtualBoard.Devices;
using VirtualBoard.Running;

namespace System.IO.Ports;

/// <summary>What must be true before a port gets its UART.</summary>
internal static class UartAccess
{
    public static SerialLine Claim(Interpreter interpreter, string name, int number)
    {
        var lines = interpreter.Board!.Serial;
        if (number == 1)
            throw new ArgumentException("COM1 carries the debugger: use COM2 or COM3.");
        if (number < 1 || number > lines.Count)
            throw new ArgumentException($"There is no port {name}: use COM2 or COM3.");
        if (number == 3 && interpreter.Resource<OneWireMaster>().IsOpen)
            throw new InvalidOperationException("1-Wire runs on the UART of COM3: use COM2.");

        var pins = PinFunctions.Current;
        if (pins[DeviceTypes.SERIAL, number, 0] == PinFunctions.Unset || pins[DeviceTypes.SERIAL, number, 1] == PinFunctions.Unset)
            throw PinUnavailable.Unset(name, $"{name}_TX and {name}_RX");
        return lines[number];
    }
}
