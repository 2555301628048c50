namespace System.Device.I2c;

/// <summary>What came of a transfer: look at the status, nothing is thrown for a missing device.</summary>
public readonly struct I2cTransferResult
{
    internal I2cTransferResult(I2cTransferStatus status, int bytes)
    {
        Status = status;
        BytesTransferred = (uint)bytes;
    }

    /// <summary>Bytes written and read; 0 unless all of them were.</summary>
    public uint BytesTransferred { get; }

    public I2cTransferStatus Status { get; }
}
