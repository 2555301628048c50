namespace System.Device.I2c;

/// <summary>How an I2C transfer ended. A transfer never throws for what the bus did.</summary>
public enum I2cTransferStatus
{
    UnknownError = 0,
    FullTransfer = 1,
    ClockStretchTimeout = 2,
    PartialTransfer = 3,
    SlaveAddressNotAcknowledged = 4,
}
