using Ixp.Sites.Alarms;
using Ixp.Sites.Boards;
using Ixp.Sites.Budgets;
using Ixp.Sites.Ports;
using Ixp.Sites.Sensors;
using Ixp.Sites.Targets;

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
        var targets = new TargetNames(site);
        var limits = new LimitCheck(site);
        var findings = new List<Finding?>();
        findings.AddRange(NetworkCheck.Of(site, board));
        int counters = 0;
        for (int i = 0; i < site.Sensors.Count; i++)
        {
            var sensor = site.Sensors[i];
            string path = $"sensors[{i}]";
            findings.AddRange(limits.Of(sensor, path));
            findings.AddRange(metrics.Of(sensor, path));
            findings.AddRange(InputCheck.Of(sensor, board, path));
            findings.Add(Bus(sensor, path, site, board));
            findings.Add(AddressCheck.Of(sensor, path) ?? places.Take(sensor, path));
            if (sensor.Text(SensorFields.Target.Key) is { } target)
                findings.Add(targets.NotSnmp(target, $"{path}.{SensorFields.Target.Key}"));
            if (sensor.Pin is { } pin)
                findings.Add(plan.Take(Claim(sensor, pin, path + ".pin")));
            if (sensor.Kind.Name is "fan" && ++counters > board.PulseCounters)
                findings.Add(new Finding(path, $"{sensor.Name} is fan {counters}, and {board.Name} has {board.PulseCounters} pulse counters", "leave this fan out or take a board with more"));
        }

        var parents = new ParentCheck(site, targets);
        var names = new NamePlan(site);
        for (int i = 0; i < site.Targets.Count; i++)
        {
            string path = $"targets[{i}]";
            findings.Add(names.Take(site.Targets[i].Name, path, "target"));
            findings.AddRange(TargetCheck.Of(site.Targets[i], path));
            findings.AddRange(parents.Of(site.Targets[i], path));
        }

        findings.Add(TooMany(site.Targets.Count, TargetCheck.Most, "targets"));
        var ports = new PortCheck(targets, names);
        findings.AddRange(site.Ports.SelectMany((p, i) => ports.Of(p, $"ports[{i}]")));
        findings.Add(TooMany(site.Ports.Count, PortCheck.Most, "ports"));
        findings.Add(SocketBudget.Of(site, board));
        findings.Add(HeapBudget.Of(site, board));
        return [.. findings.OfType<Finding>()];
    }

    private static PinClaim Claim(SensorEntry sensor, int pin, string path) => new(pin, path, sensor.Name)
    {
        IsAnalogue = sensor.Kind.Bus is SensorBus.Analogue,
        CountsPulses = sensor.Kind.Name is "fan",
        Boot = sensor.Kind.Name is "contact" ? BootLevel.LowAtTimes : BootLevel.Any,
    };

    private static Finding? TooMany(int count, int most, string key) => count > most
        ? new Finding(key, $"there are {count}, and a device has room for {most}", "leave some out or give them to a second device")
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
