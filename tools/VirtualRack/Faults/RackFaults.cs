using VirtualRack.Chips;
using VirtualRack.Wiring;
using VirtualRack.World;

namespace VirtualRack.Faults;

/// <summary>The faults of a rack by name. Beside them, every fault of a part is known as <c>fault:sensor</c>.</summary>
public static class RackFaults
{
    public static IReadOnlyList<RackFault> All { get; } =
    [
        Of("mains-lost", "the mains fail; the battery takes over", r => r.MainsFailed),
        Of("mains-sag", "the mains fall to 60 % of their voltage", r => r.MainsSag),
        Of("battery-off", "the battery is off the bus; without mains all is dark", r => r.BatteryOff),
        Of("hot", "the cooling of the room fails: 18 K warmer within two minutes", r => r.Hot),
        Of("humid", "damp air comes in: the dew point rises by 11 K", r => r.Humid),
        Of("door-open", "somebody opens the door and leaves it open", r => r.DoorOpen),
        Of("leak", "water touches the leak sensor (a contact called leak)", r => r.Condition("leak")),
        Of("smoke", "the smoke detector trips (a contact called smoke)", r => r.Condition("smoke")),
        Of("tamper", "the tamper loop is opened (a contact called tamper)", r => r.Condition("tamper")),
        new("fan-stopped", "a fan stops: the first one, or fan-stopped:2", FanStopped),
        new("sensor-lost", "a sensor is unplugged: the first one, or sensor-lost:name",
            (wired, target) => ChipFault(wired, target ?? FirstOf(wired), Chip.Absent)),
        new("brown-out", "the supply of a sensor dips and its registers are lost: the first one, or brown-out:name", BrownOut),
        new("bus-shorted", "the 1-Wire data line touches ground", (wired, _) => on => wired.Board.OneWire.IsShorted = on),
        new("i2c-stuck", "an I2C line is held low: on both buses, or i2c-stuck:1", I2cStuck),
        new("network-lost", "the network cable is pulled", (wired, _) => on => wired.Board.Link.IsUp = !on),
        new("dns-lost", "names do not resolve any more", (wired, _) => on => wired.Board.Link.HasDns = !on),
        new("time-lost", "no time server answers any more", (wired, _) => on => wired.Board.Link.HasTimeServer = !on),
        new("power-cut", "the appliance itself loses its supply", (wired, _) => on => Power(wired, !on)),
        .. NetworkFaults.All,
    ];

    /// <summary>Finds the switch of a fault: of the rack, or of one part.</summary>
    /// <exception cref="WiringException">There is no such fault, or not in this rack.</exception>
    internal static Action<bool> Aim(WiredRack wired, string name, string? target)
    {
        var fault = All.FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.Ordinal));
        if (fault is not null)
            return fault.Aim(wired, target);
        if (target is not null)
            return ChipFault(wired, target, name);

        throw new WiringException(
            $"There is no fault '{name}'; there is {string.Join(", ", All.Select(f => f.Name))}, and the faults of a part as fault:sensor.");
    }

    private static RackFault Of(string name, string sentence, Func<Rack, Condition> condition) =>
        new(name, sentence, (wired, _) => on => condition(wired.Rack).IsOn = on);

    private static Action<bool> ChipFault(WiredRack wired, string target, string name)
    {
        var chip = wired[target].Chip;
        if (!chip.FaultNames.Contains(name))
        {
            throw new WiringException(
                $"'{target}' is a {wired[target].Sensor.Kind} and has no fault '{name}'; it has {string.Join(", ", chip.FaultNames)}.");
        }

        return on => chip.SetFault(name, on);
    }

    private static Action<bool> FanStopped(WiredRack wired, string? target)
    {
        string digits = (target ?? "1")[(target ?? "1").AsSpan().TrimEnd("0123456789").Length..];
        if (!int.TryParse(digits, out int number) || number < 1 || number > wired.Rack.Fans.Count)
            throw new WiringException($"There is no fan '{target}'; the rack has 1 to {wired.Rack.Fans.Count}.");
        return on => wired.Rack.Fans[number - 1].Stopped.IsOn = on;
    }

    private static Action<bool> BrownOut(WiredRack wired, string? target)
    {
        var chip = wired[target ?? FirstOf(wired)].Chip;
        return on =>
        {
            if (on)
                chip.BrownOut();
        };
    }

    private static Action<bool> I2cStuck(WiredRack wired, string? target) => target switch
    {
        null => on =>
        {
            wired.Board.I2c[1].IsStuck = on;
            wired.Board.I2c[2].IsStuck = on;
        },
        "1" => on => wired.Board.I2c[1].IsStuck = on,
        "2" => on => wired.Board.I2c[2].IsStuck = on,
        _ => throw new WiringException($"There is no I2C bus '{target}'; take 1 or 2."),
    };

    private static void Power(WiredRack wired, bool on)
    {
        if (on)
            wired.Board.PowerOn();
        else
            wired.Board.PowerCut();
    }

    private static string FirstOf(WiredRack wired) => wired.Chips.Count > 0
        ? wired.Chips[0].Sensor.Name
        : throw new WiringException("The rack has no sensors that could fail.");
}
