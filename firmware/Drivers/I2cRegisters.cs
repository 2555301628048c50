using Appliance.Core.Metrics;
using System;
using System.Device.I2c;

namespace Appliance.Drivers;

/// <summary>A chip on I2C with registers behind a pointer of one byte, highest byte first.</summary>
public sealed class I2cRegisters
{
    private readonly byte[] _pointer = new byte[1];
    private readonly byte[] _bytes = new byte[3];
    private readonly byte[] _write = new byte[3];
    private readonly I2cDevice _device;

    public I2cRegisters(I2cDevice device)
    {
        _device = device;
    }

    /// <summary>What the last transfer says if there is no reading: NotPresent, or BusShorted.</summary>
    public Quality Failure { get; private set; } = Quality.NotPresent;

    /// <param name="bytes">Width of the register, 1 to 3.</param>
    /// <returns>False if the chip did not answer; why is in <see cref="Failure"/>.</returns>
    public bool Read(byte register, int bytes, out int value)
    {
        _pointer[0] = register;
        bool isRead = Succeeds(_device.WriteRead(new SpanByte(_pointer), new SpanByte(_bytes, 0, bytes)));
        value = 0;
        for (int i = 0; i < bytes; i++)
        {
            value = (value << 8) | _bytes[i];
        }

        return isRead;
    }

    /// <summary>Writes a register of two bytes.</summary>
    /// <returns>False if the chip did not answer; why is in <see cref="Failure"/>.</returns>
    public bool Write(byte register, int value)
    {
        _write[0] = register;
        _write[1] = (byte)(value >> 8);
        _write[2] = (byte)value;
        return Succeeds(_device.Write(new SpanByte(_write)));
    }

    private bool Succeeds(I2cTransferResult result)
    {
        bool isFull = result.Status == I2cTransferStatus.FullTransfer;
        Failure = isFull ? Quality.NotPresent : I2cFailure.Of(result.Status, Quality.NotPresent);
        return isFull;
    }
}
