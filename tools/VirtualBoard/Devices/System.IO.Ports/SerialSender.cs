using nanoFramework.Hardware.Esp32;
using VirtualBoard.Buses;
using VirtualBoard.Devices;
using VirtualBoard.Running;

namespace System.IO.Ports;

/// <summary>The sending half of a port: one block after the other, in the time that they take on the wire.</summary>
internal sealed class SerialSender(Interpreter interpreter, SerialLine line, int number)
{
    /// <summary>Writes that take longer let the other threads run meanwhile; shorter ones go through the FIFO.</summary>
    private const long LongMicros = 20_000;

    private long _idleAt;

    public static void Check(byte[] buffer, int offset, int count)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        if (offset < 0 || count < 0 || offset > buffer.Length || count > buffer.Length)
            throw new InvalidOperationException($"Offset {offset} and count {count} do not fit {buffer.Length} bytes.");
        if (offset + count > buffer.Length)
            throw new ArgumentException($"Offset {offset} and count {count} reach beyond {buffer.Length} bytes.", nameof(count));
    }

    public void Send(byte[] data, int timeoutMs, bool rs485)
    {
        if (data.Length == 0)
            return;

        long now = interpreter.Time.NowMicros;
        _idleAt = Math.Max(now, _idleAt) + line.Duration(data.Length);
        var direction = rs485 ? Direction() : null;
        direction?.Write(true);
        var sent = new Signal(autoReset: false);
        long end = _idleAt;
        interpreter.Time.Schedule(end, () =>
        {
            if (interpreter.IsHalted)
                return;

            if (end == _idleAt)
                direction?.Write(false);
            interpreter.Set(sent);
            line.Peer?.Receive(line, data);
        });

        if (line.Duration(data.Length) > LongMicros && interpreter.Wait([sent], timeoutMs) < 0)
            throw new TimeoutException($"COM{number}: {data.Length} bytes were not sent within {timeoutMs} ms.");
    }

    private Pin? Direction()
    {
        int rts = PinFunctions.Current[DeviceTypes.SERIAL, number, 2];
        if (rts == PinFunctions.Unset)
            return null;

        var pin = interpreter.Board!.Pins[rts];
        if (pin.Direction != PinDirection.Output)
            pin.Configure(PinDirection.Output, null);
        return pin;
    }
}
