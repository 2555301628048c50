using VirtualBoard;
using VirtualRack.Chips;
using VirtualRack.Equipment;
using VirtualRack.World;

namespace VirtualRack.Wiring;

/// <summary>A board in its rack, with all sensors connected.</summary>
public sealed class WiredRack
{
    private readonly Dictionary<string, WiredChip> _chips = new(StringComparer.Ordinal);

    private WiredRack(Board board, Rack rack, WiredEquipment? equipment)
    {
        Board = board;
        Rack = rack;
        Equipment = equipment;
    }

    public Board Board { get; }

    public Rack Rack { get; }

    /// <summary>The machines around it; null without any. Whoever wires a rack disposes them.</summary>
    public WiredEquipment? Equipment { get; }

    /// <summary>In the order of the wiring list.</summary>
    public IReadOnlyList<WiredChip> Chips => [.. _chips.Values];

    /// <summary>The part of that name.</summary>
    /// <exception cref="WiringException">Nothing in the rack has that name.</exception>
    public WiredChip this[string name] => _chips.TryGetValue(name, out var chip)
        ? chip
        : throw new WiringException($"Nothing in the rack is called '{name}'; there is {string.Join(", ", _chips.Keys)}.");

    /// <summary>Builds a rack around a board and connects the sensors. It has as many fans as the list knows.</summary>
    /// <param name="plan">The machines around it; null or empty for none.</param>
    /// <exception cref="WiringException">A line of the list cannot be wired.</exception>
    public static WiredRack Wire(Board board, IReadOnlyList<WiredSensor> sensors, RackSettings? settings = null, EquipmentPlan? plan = null)
    {
        settings ??= new RackSettings();
        int fans = sensors.Where(s => s.Kind is "fan").Select(Role.FanNumber).DefaultIfEmpty().Max();
        var rack = new Rack(board.Time, settings with { Fans = Math.Max(fans, settings.Fans) });
        var equipment = plan is { Targets.Count: > 0 } ? WiredEquipment.Wire(board, rack, plan) : null;
        try
        {
            var wired = new WiredRack(board, rack, equipment);
            foreach (var sensor in sensors)
                wired.Add(sensor);
            return wired;
        }
        catch
        {
            equipment?.Dispose();
            throw;
        }
    }

    /// <summary>The model behind a name.</summary>
    /// <exception cref="WiringException">There is none, or it is another kind of part.</exception>
    public T Chip<T>(string name)
        where T : Chip => this[name].Chip as T
            ?? throw new WiringException($"'{name}' is a {this[name].Sensor.Kind} and no {typeof(T).Name}.");

    private void Add(WiredSensor sensor)
    {
        var kind = SensorKinds.Find(sensor);
        if (_chips.ContainsKey(sensor.Name))
            throw new WiringException($"Two sensors are called '{sensor.Name}'; give each a name of its own.");
        _chips.Add(sensor.Name, kind.Connect(Board, Rack, sensor));
    }
}
