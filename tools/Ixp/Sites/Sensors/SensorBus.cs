namespace Ixp.Sites.Sensors;

/// <summary>What a sensor is connected to.</summary>
public enum SensorBus
{
    /// <summary>Nothing: it is computed from other metrics, or asked of a target over the network.</summary>
    None,

    OneWire,

    I2c,

    /// <summary>Modbus slave on a serial port.</summary>
    Serial,

    /// <summary>A GPIO.</summary>
    Pin,

    /// <summary>A pin with ADC, or a channel of an ADS1115.</summary>
    Analogue,
}
