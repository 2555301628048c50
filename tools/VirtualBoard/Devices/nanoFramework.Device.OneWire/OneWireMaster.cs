using nanoFramework.Hardware.Esp32;
using VirtualBoard;
using VirtualBoard.Devices;
using VirtualBoard.Running;

namespace nanoFramework.Device.OneWire;

/// <summary>Slots and resets on the wire, with the time that a UART takes for them.</summary>
internal sealed class OneWireMaster
{
    /// <summary>One character of ten bits at 115200 baud.</summary>
    public const long SlotMicros = 87;

    /// <summary>One character of ten bits at 9600 baud.</summary>
    public const long ResetMicros = 1_000;

    public bool IsOpen { get; private set; }

    public void Open()
    {
        if (!Board.Current.Profile.HasOneWire)
            throw new NotSupportedException($"The image {Board.Current.Profile.TargetName} has no 1-Wire: use another board or another sensor.");
        if (IsOpen)
            throw new InvalidOperationException("There is one 1-Wire host only: dispose the other first.");
        if (Interpreter.Current.Resource<System.IO.Ports.SerialUnits>().IsOpen(3))
            throw new InvalidOperationException("COM3 is open, and 1-Wire needs its UART: close the port first.");

        var pins = PinFunctions.Current;
        if (pins[DeviceFunction.COM3_TX] == PinFunctions.Unset || pins[DeviceFunction.COM3_RX] == PinFunctions.Unset)
            throw PinUnavailable.Unset("1-Wire", "COM3_TX and COM3_RX");
        IsOpen = true;
    }

    public void Close() => IsOpen = false;

    public bool Reset()
    {
        bool presence = Board.Current.OneWire.Reset();
        Interpreter.Current.Spend(ResetMicros);
        return presence;
    }

    public bool Bit(bool value)
    {
        bool level = Board.Current.OneWire.Slot(value);
        Interpreter.Current.Spend(SlotMicros);
        return level;
    }

    public byte Byte(byte value)
    {
        int result = 0;
        for (int i = 0; i < 8; i++)
        {
            if (Bit((value >> i & 1) != 0))
                result |= 1 << i;
        }

        return (byte)result;
    }
}
