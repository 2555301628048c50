using Appliance.Core.Chips;
using Appliance.Core.Metrics;
using Appliance.Drivers;
using Appliance.Drivers.Ntc;

namespace Appliance.App.Composition.Sensors;

internal sealed class NtcKind : SensorKind
{
    public NtcKind()
        : base("ntc")
    {
    }

    public override Metric[] Metrics(SensorEntry entry) => new Metric[] { entry.Metric("c", "°C", 2) };

    public override Sensor Make(SensorEntry entry, Metric[] metrics, SensorBuses buses)
    {
        NtcCurve curve = new NtcCurve(
            entry.Number("r25_ohm", 100, 1_000_000, 10_000),
            entry.Number("beta", 1000, 10_000, 3950),
            entry.Number("series_ohm", 100, 1_000_000, 10_000),
            entry.SupplyMicrovolts(),
            entry.Number("to_supply", 0, 1, 0) == 1);
        return new NtcSensor(entry.Name, buses.Analogue.Open(entry), curve, entry.PeriodMs, metrics[0]);
    }
}
