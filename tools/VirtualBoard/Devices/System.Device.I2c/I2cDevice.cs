using VirtualBoard.Running;

namespace System.Device.I2c;

/// <summary>
/// A device on an I2C bus. Transfers report what happened by their status; a transfer of no bytes reports success without
/// asking the device.
/// </summary>
public class I2cDevice : IDisposable
{
    private readonly I2cMaster _master;
    private readonly byte[] _single = new byte[1];
    private bool _disposed;

    /// <exception cref="ArgumentException">The chip has no such bus.</exception>
    /// <exception cref="Exception">A pin of the bus is open as GPIO or belongs to Ethernet.</exception>
    public I2cDevice(I2cConnectionSettings settings)
    {
        ConnectionSettings = settings;
        _master = Interpreter.Current.Resource<I2cMasters>()[settings.BusId];
        _master.Open(settings.BusSpeed);
    }

    public I2cConnectionSettings ConnectionSettings { get; }

    public static I2cDevice Create(I2cConnectionSettings settings) => new(settings);

    /// <returns>The byte, or 0 if the device did not answer: use <see cref="Read"/> where that matters.</returns>
    public byte ReadByte()
    {
        byte[] buffer = new byte[1];
        Read(buffer);
        return buffer[0];
    }

    public I2cTransferResult Read(SpanByte buffer) => Transfer(SpanByte.Empty, buffer);

    public I2cTransferResult WriteByte(byte value)
    {
        _single[0] = value;
        return Write(_single);
    }

    public I2cTransferResult Write(SpanByte buffer) => Transfer(buffer, SpanByte.Empty);

    /// <summary>A write and a read joined by a repeated start.</summary>
    public I2cTransferResult WriteRead(SpanByte writeBuffer, SpanByte readBuffer) => Transfer(writeBuffer, readBuffer);

    public void Dispose() => _disposed = true;

    private I2cTransferResult Transfer(SpanByte output, SpanByte input)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);

        // The ESP32 driver takes the length of a slice but copies from the first element of its array.
        if (output.Start + input.Start > 0)
            throw new NotSupportedException("I2C on the ESP32 ignores where a slice begins: give an array, or a slice from 0.");
        return _master.Transfer(ConnectionSettings.DeviceAddress, output.Bytes, input.Bytes);
    }
}
