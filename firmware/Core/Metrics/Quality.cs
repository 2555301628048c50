namespace Appliance.Core.Metrics;

/// <summary>Why a reading is there, or why it is not.</summary>
public enum Quality
{
    /// <summary>The value is a reading.</summary>
    Ok = 0,

    /// <summary>Nothing has been read since the start.</summary>
    Pending = 1,

    /// <summary>Nobody answers on the bus.</summary>
    NotPresent = 2,

    /// <summary>The answer failed its check sum.</summary>
    Checksum = 3,

    /// <summary>The chip told a value outside its own range.</summary>
    OutOfRange = 4,

    /// <summary>The chip told its power-on value: it has not measured.</summary>
    PowerOn = 5,

    /// <summary>The bus is held low.</summary>
    BusShorted = 6,

    /// <summary>The answer did not come in time.</summary>
    Timeout = 7,

    /// <summary>The reading needs a calibration that is missing.</summary>
    NotCalibrated = 8,

    /// <summary>The last reading is too old to be told as present.</summary>
    Stale = 9,

    /// <summary>The driver failed: the fault is in the appliance.</summary>
    Fault = 10,

    /// <summary>The wire to the sensor is cut: a supervised loop is open.</summary>
    WireCut = 11,

    /// <summary>The wire to the sensor is shorted.</summary>
    WireShorted = 12,

    /// <summary>What feeds the sensor is known to be off: a blackout, not a failure of the sensor.</summary>
    Blackout = 13,

    /// <summary>The reading jumped further than the quantity can, and no second one has confirmed it.</summary>
    Implausible = 14,

    /// <summary>A reading that this one is computed from is missing.</summary>
    SourceMissing = 15,
}
