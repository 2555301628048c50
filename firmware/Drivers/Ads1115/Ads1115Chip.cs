using Appliance.Core.Metrics;
using System;
using System.Device.I2c;

namespace Appliance.Drivers.Ads1115;

/// <summary>
/// TI ADS1115: four inputs, of which one at a time is converted. Who finds it taken asks again soon; as the sensors step one
/// after the other, the next in the row gets it when it is released, and each has its turn.
/// </summary>
public sealed class Ads1115Chip
{
    private readonly byte[] _pointer = new byte[1];
    private readonly byte[] _word = new byte[2];
    private readonly byte[] _write = new byte[3];
    private readonly I2cDevice _device;
    private bool _isTaken;

    public Ads1115Chip(I2cDevice device)
    {
        _device = device;
    }

    /// <summary>Why the last transfer failed.</summary>
    internal Quality Failure { get; private set; }

    /// <summary>Takes the chip until <see cref="Release"/>.</summary>
    /// <returns>False while it is another's turn: ask again soon.</returns>
    internal bool TryTake()
    {
        bool isFree = !_isTaken;
        _isTaken = true;
        return isFree;
    }

    internal void Release() => _isTaken = false;

    internal bool Read(byte register, out int value)
    {
        _pointer[0] = register;
        I2cTransferStatus status = _device.WriteRead(new SpanByte(_pointer), new SpanByte(_word)).Status;
        value = (_word[0] << 8) | _word[1];
        return IsDone(status);
    }

    internal bool Configure(int value)
    {
        _write[0] = Ads1115Register.Configuration;
        _write[1] = (byte)(value >> 8);
        _write[2] = (byte)value;
        return IsDone(_device.Write(new SpanByte(_write)).Status);
    }

    private bool IsDone(I2cTransferStatus status)
    {
        Failure = I2cFailure.Of(status, Quality.NotPresent);
        return status == I2cTransferStatus.FullTransfer;
    }
}
