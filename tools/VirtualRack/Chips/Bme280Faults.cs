namespace VirtualRack.Chips;

/// <summary>What can be wrong with a BME280.</summary>
[Flags]
public enum Bme280Faults
{
    None = 0,

    /// <summary>Unplugged: its address is not acknowledged.</summary>
    Absent = 1,

    /// <summary>A BMP280 under its name: id 0x58, and nothing where the humidity should be.</summary>
    Bmp280 = 2,

    /// <summary>A measurement never ends.</summary>
    NeverReady = 4,

    /// <summary>Measurements end, and the values are those of power-on: 0x80000 and 0x8000.</summary>
    PowerOnValue = 8,

    /// <summary>Raw values at the end of their scale, far above 85 °C.</summary>
    OutOfRange = 16,

    /// <summary>The calibration reads as ones.</summary>
    CalibrationOnes = 32,

    /// <summary>The calibration reads as zeros.</summary>
    CalibrationZeros = 64,

    /// <summary>A measurement takes three times what the datasheet allows.</summary>
    Slow = 128,

    /// <summary>The copy of the calibration to where it can be read never ends.</summary>
    NvmBusy = 256,

    /// <summary>The same values again and again.</summary>
    Stuck = 512,
}
