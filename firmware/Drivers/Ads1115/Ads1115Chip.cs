using Appliance.Core.Metrics;
using System;
using System.Device.I2c;

namespace Appliance.Drivers.Ads1115;

/// <summary>
/// TI ADS1115: four inputs, of which one at a time is converted. The inputs take it in turn: whoever has asked in vain gets it
/// next, so that a quick sensor cannot keep it from the others.
/// </summary>
public sealed class Ads1115Chip
{
    /// <summary>A claim lapses when its input does not come back for it.</summary>
    private const int ClaimMs = 200;

    private readonly byte[] _pointer = new byte[1];
    private readonly byte[] _word = new byte[2];
    private readonly byte[] _write = new byte[3];
    private readonly I2cDevice _device;
    private object _user;
    private object _claimant;
    private long _claimed;

    public Ads1115Chip(I2cDevice device)
    {
        _device = device;
    }

    /// <summary>Why the last transfer failed.</summary>
    internal Quality Failure { get; private set; }

    /// <summary>Takes the chip until <see cref="Release"/>.</summary>
    /// <returns>False while it is another's turn: ask again soon.</returns>
    internal bool TryTake(object user, long now)
    {
        bool isClaimed = _claimant != null && _claimant != user && now - _claimed < ClaimMs;
        if (_user == null && !isClaimed)
        {
            _user = user;
            _claimant = null;
            return true;
        }

        if (!isClaimed)
        {
            _claimant = user;
            _claimed = now;
        }

        return false;
    }

    internal void Release() => _user = null;

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
