namespace VirtualRack.Wiring;

/// <summary>The kinds of sensors and how each is connected.</summary>
public static class SensorKinds
{
    public static IReadOnlyList<SensorKind> All { get; } =
    [
        new("ds18b20", "thermometer on the 1-Wire bus", ClimateKinds.Ds18b20),
        new("sht3x", "thermometer and hygrometer on I2C", ClimateKinds.Sht3x),
        new("sht4x", "thermometer and hygrometer on I2C", ClimateKinds.Sht4x),
        new("bme280", "thermometer, hygrometer and barometer on I2C", ClimateKinds.Bme280),
        new("ntc", "thermistor on an analogue input", ClimateKinds.Ntc),
        new("ina226", "voltage and current of a DC rail on I2C", PowerKinds.Ina226),
        new("ina228", "voltage and current of a DC rail of up to 85 V on I2C", PowerKinds.Ina228),
        new("ina219", "voltage and current of a DC rail of up to 26 V on I2C", PowerKinds.Ina219),
        new("pzem004t", "mains meter on a serial port", PowerKinds.Pzem004t),
        new("pzem017", "DC meter on a serial port", PowerKinds.Pzem017),
        new("divider", "voltage over a divider on an analogue input", PowerKinds.Divider),
        new("clamp", "current clamp on an analogue input", PowerKinds.Clamp),
        new("fan", "tach wire of a fan on a pin", PinKinds.Fan),
        new("contact", "dry contact on a pin", PinKinds.Contact),
        new("loop", "dry contact with end-of-line resistors on an analogue input", PinKinds.Loop),
    ];

    /// <exception cref="WiringException">There is no such kind.</exception>
    public static SensorKind Find(WiredSensor sensor) =>
        All.FirstOrDefault(k => string.Equals(k.Name, sensor.Kind, StringComparison.Ordinal))
        ?? throw new WiringException(
            $"{sensor.Name}: unknown kind '{sensor.Kind}'; known are {string.Join(", ", All.Select(k => k.Name))}.");
}
