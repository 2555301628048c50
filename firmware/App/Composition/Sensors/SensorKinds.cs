namespace Appliance.App.Composition.Sensors;

/// <summary>All kinds of sensors.</summary>
public static class SensorKinds
{
    private static readonly SensorKind[] All =
    {
        new Ds18b20Kind(),
        new Sht3xKind(),
        new Sht4xKind(),
        new Bme280Kind(),
        new NtcKind(),
        new Ina226Kind(),
        new Ina228Kind(),
        new Ina219Kind(),
        new Pzem004tKind(),
        new Pzem017Kind(),
        new DividerKind(),
        new ClampKind(),
        new FanKind(),
        new ContactKind(),
        new LoopKind(),
        new DeltaKind(),
        new UpsKind(),
        new EntityKind(),
    };

    /// <exception cref="Core.Config.ConfigException">There is no such kind.</exception>
    public static SensorKind Find(SensorEntry entry)
    {
        for (int i = 0; i < All.Length; i++)
        {
            if (All[i].Name == entry.Kind)
            {
                return All[i];
            }
        }

        throw entry.Error("unknown kind of sensor '" + entry.Kind + "'");
    }
}
