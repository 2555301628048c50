using Appliance.Core.Metrics;
using System.Device.I2c;

namespace Appliance.Drivers;

/// <summary>What a transfer on I2C that failed says of the reading.</summary>
internal static class I2cFailure
{
    /// <param name="status">Of a transfer that was not full.</param>
    /// <param name="notAcknowledged">What it means here that the chip does not answer.</param>
    public static Quality Of(I2cTransferStatus status, Quality notAcknowledged) =>
        status == I2cTransferStatus.ClockStretchTimeout ? Quality.BusShorted : notAcknowledged;
}
