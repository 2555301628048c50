using VirtualRack.World;

namespace VirtualRack.Equipment.Devices;

/// <summary>A sensor inside a machine, as ENTITY-SENSOR-MIB tells of it (RFC 3433).</summary>
/// <param name="Type">entPhySensorType.</param>
/// <param name="Scale">entPhySensorScale: 9 units, 8 thousandths.</param>
/// <param name="Precision">entPhySensorPrecision: decimals in the value.</param>
/// <param name="See">The quantity in units.</param>
internal sealed record EntitySensor(int Type, int Scale, int Precision, Func<RackState, double> See)
{
    /// <param name="unit">c, v, a, w, hz, rh or rpm.</param>
    /// <returns>The sensor of that unit; null for another.</returns>
    public static EntitySensor? Of(string unit) => unit switch
    {
        "c" => new(8, 9, 1, s => s.InletCelsius + 4),
        "v" => new(4, 8, 0, s => s.BusVolts),
        "a" => new(5, 8, 0, s => s.BusAmps),
        "w" => new(6, 9, 0, s => s.BusVolts * s.BusAmps),
        "hz" => new(7, 9, 2, s => s.MainsHertz),
        "rh" => new(9, 9, 0, s => s.HumidityAt(s.InletCelsius)),
        "rpm" => new(10, 9, 0, s => 1.8 * s.FanRpm.DefaultIfEmpty().Average()),
        _ => null,
    };

    /// <returns>entPhySensorValue.</returns>
    public int ValueOf(RackState state) => (int)Math.Round(See(state) * Math.Pow(10, Precision - (3 * (Scale - 9))));
}
