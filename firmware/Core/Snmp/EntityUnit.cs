namespace Appliance.Core.Snmp;

/// <summary>What a sensor of ENTITY-SENSOR-MIB measures; the numbers are its EntitySensorDataType (RFC 3433).</summary>
public enum EntityUnit
{
    /// <summary>Of direct current; 3 stands for alternating current.</summary>
    Volt = 4,
    Ampere = 5,
    Watt = 6,
    Hertz = 7,
    Celsius = 8,
    RelativeHumidity = 9,
    TurnsPerMinute = 10,
}
