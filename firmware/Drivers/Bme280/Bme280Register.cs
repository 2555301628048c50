namespace Appliance.Drivers.Bme280;

/// <summary>Register addresses of the BME280 (datasheet table 18).</summary>
internal static class Bme280Register
{
    /// <summary>First of 26 bytes of calibration.</summary>
    public const byte Calibration = 0x88;

    public const byte Id = 0xD0;

    /// <summary>First of 7 bytes of calibration, for the humidity.</summary>
    public const byte HumidityCalibration = 0xE1;

    /// <summary>Oversampling of the humidity. Counts from the next write to <see cref="Measure"/>.</summary>
    public const byte ControlHumidity = 0xF2;

    public const byte Status = 0xF3;

    /// <summary>Oversampling of temperature and pressure, and the mode.</summary>
    public const byte Measure = 0xF4;

    public const byte Configuration = 0xF5;
}
