using Ixp.Sites.Sensors;

namespace Ixp.Sites;

/// <summary>Finds what reads well in a site file but cannot work on its board, before anything boots.</summary>
public static class SiteCheck
{
    /// <returns>All that is wrong, in the order of the file; empty for a site that can work.</returns>
    public static IReadOnlyList<Finding> Of(Site site, Board board)
    {
        var plan = new PinPlan(board);
        BoardCheck.Of(board, plan);
        var places = new BusPlan();
        var metrics = new MetricCheck(site);
        var findings = new List<Finding?>();
        int counters = 0;
        for (int i = 0; i < site.Sensors.Count; i++)
        {
            var sensor = site.Sensors[i];
            string path = $"sensors[{i}]";
            findings.AddRange(LimitCheck.Of(sensor, path));
            findings.AddRange(metrics.Of(sensor, path));
            findings.AddRange(InputCheck.Of(sensor, board, path));
            findings.Add(Bus(sensor, path, site, board));
            findings.Add(places.Take(sensor, path));
            if (sensor.Pin is { } pin)
                findings.Add(plan.Take(pin, path + ".pin", sensor.Name));
            if (sensor.Kind.Name is "fan" && ++counters > board.PulseCounters)
                findings.Add(new Finding(path, $"{sensor.Name} is fan {counters}, and {board.Name} has {board.PulseCounters} pulse counters", "leave this fan out or take a board with more"));
        }

        findings.AddRange(site.Targets.Select((t, i) => Namesake(t, $"targets[{i}]", site)));
        return [.. findings.OfType<Finding>()];
    }

    /// <summary>Alarms are told by name, of sensors and of targets alike.</summary>
    private static Finding? Namesake(TargetEntry target, string path, Site site) => site.Sensors.Any(s => s.Name == target.Name)
        ? new Finding(path + ".name", $"{target.Name} is the name of a sensor already, and alarm/{target.Name} can be but one of them", "give the target another name")
        : null;

    /// <summary>The bus of a sensor is there and not used otherwise.</summary>
    private static Finding? Bus(SensorEntry sensor, string path, Site site, Board board) => sensor.Kind.Bus switch
    {
        SensorBus.OneWire when !board.HasOneWire =>
            new(path + ".kind", $"{board.Name} has no 1-Wire", "take an I2C thermometer (sht4x) or a board with 1-Wire"),
        SensorBus.I2c or SensorBus.Analogue when sensor.Address is not null && !board.Has($"i2c{sensor.Bus}") =>
            new(path + ".bus", $"{board.Name} has no pins for I2C bus {sensor.Bus}", $"take bus {3 - sensor.Bus} or name the pins in the board file"),
        SensorBus.Serial when !board.Has($"com{sensor.Com}") =>
            new(path + ".com", $"{board.Name} has no pins for COM{sensor.Com}", $"take com {5 - sensor.Com} or name the pins in the board file"),
        SensorBus.Serial when sensor.Com == 3 && site.Sensors.Any(s => s.Kind.Bus is SensorBus.OneWire) =>
            new(path + ".com", "COM3 is the 1-Wire bus as soon as there is a ds18b20", "take com 2"),
        _ => null,
    };
}
