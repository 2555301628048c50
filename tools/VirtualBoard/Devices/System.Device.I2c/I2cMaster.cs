using VirtualBoard;
using VirtualBoard.Buses;
using VirtualBoard.Devices;
using VirtualBoard.Running;

namespace System.Device.I2c;

/// <summary>One I2C peripheral of the chip in the present boot: pins, speed and the transfers (NXP UM10204).</summary>
internal sealed class I2cMaster(int bus)
{
    private const long StuckMicros = 1_000_000;

    private int _hertz;

    /// <summary>Takes the speed for the whole bus: the last device that opens decides.</summary>
    /// <exception cref="Exception">A pin of the bus is open as GPIO or belongs to Ethernet.</exception>
    public void Open(I2cBusSpeed speed)
    {
        int data = PinFunctions.Current[nanoFramework.Hardware.Esp32.DeviceTypes.I2C, bus, 0];
        int clock = PinFunctions.Current[nanoFramework.Hardware.Esp32.DeviceTypes.I2C, bus, 1];
        if (data == PinFunctions.Unset || clock == PinFunctions.Unset)
            throw PinUnavailable.Unset($"I2C{bus}", $"I2C{bus}_DATA and I2C{bus}_CLOCK");

        foreach (int pin in new[] { data, clock })
        {
            if (PinReservations.Current.IsHeld(pin))
                throw new Exception($"I2C{bus} cannot use GPIO{pin}: it is open as GPIO or belongs to Ethernet. Move I2C{bus}_DATA and I2C{bus}_CLOCK by Configuration.SetPinFunction first.");
        }

        _hertz = speed switch
        {
            I2cBusSpeed.FastModePlus => 1_000_000,
            I2cBusSpeed.FastMode => 400_000,
            _ => 100_000,
        };
    }

    /// <summary>A write, a read, or a write and a read with a repeated start. It stops the whole interpreter.</summary>
    public I2cTransferResult Transfer(int address, ReadOnlySpan<byte> output, Span<byte> input)
    {
        var wires = Board.Current.I2c[bus];
        if (wires.IsStuck)
        {
            Interpreter.Current.Spend(StuckMicros);
            return new I2cTransferResult(I2cTransferStatus.ClockStretchTimeout, 0);
        }

        int sent = 0;
        bool acknowledged = Perform(wires.At(address), output, input, ref sent);
        Interpreter.Current.Spend(sent * 9L * 1_000_000 / _hertz);
        if (acknowledged)
            return new I2cTransferResult(I2cTransferStatus.FullTransfer, output.Length + input.Length);

        input.Clear();
        return new I2cTransferResult(I2cTransferStatus.SlaveAddressNotAcknowledged, 0);
    }

    private static bool Perform(II2cSlave? slave, ReadOnlySpan<byte> output, Span<byte> input, ref int sent)
    {
        bool acknowledged = true;
        if (output.Length > 0)
            acknowledged = Write(slave, output, ref sent);
        if (acknowledged && input.Length > 0)
            acknowledged = Read(slave, input, ref sent);
        slave?.Stop();
        return acknowledged;
    }

    private static bool Write(II2cSlave? slave, ReadOnlySpan<byte> output, ref int sent)
    {
        sent++;
        if (slave is null || !slave.Start(read: false))
            return false;

        foreach (byte value in output)
        {
            sent++;
            if (!slave.Write(value))
                return false;
        }

        return true;
    }

    private static bool Read(II2cSlave? slave, Span<byte> input, ref int sent)
    {
        sent++;
        if (slave is null || !slave.Start(read: true))
            return false;

        for (int i = 0; i < input.Length; i++)
            input[i] = slave.Read();
        sent += input.Length;
        return true;
    }
}
