using VirtualBoard;
using VirtualRack.Chips;
using VirtualRack.World;

namespace VirtualRack.Wiring;

/// <summary>How fans and contacts are connected.</summary>
internal static class PinKinds
{
    public static WiredChip Fan(Board board, Rack rack, WiredSensor sensor)
    {
        if (sensor.PulsesPerRevolution <= 0)
            throw new WiringException($"{sensor.Name}: {sensor.PulsesPerRevolution} pulses a revolution; most fans give 2.");

        int number = Role.FanNumber(sensor);
        var chip = new FanTach(board.Time, Connections.PinOf(board, sensor), rack.Fans[number - 1].RevolutionsAt, sensor.PulsesPerRevolution);
        return new WiredChip(sensor, chip, $"fan {number}");
    }

    public static WiredChip Contact(Board board, Rack rack, WiredSensor sensor)
    {
        var condition = Role.Watched(rack, sensor);
        var pin = Connections.PinOf(board, sensor);

        // Pins without pulls of their own are useless to a contact unless somebody soldered a resistor.
        bool resistor = board.Profile.InputOnlyPins.Contains(pin.Number);
        var chip = new DryContact(board.Time, pin, sensor.NormallyClosed, resistor) { IsActive = condition.IsOn };
        condition.Changed += c => chip.IsActive = c.IsOn;
        return new WiredChip(sensor, chip, condition.Name);
    }

    public static WiredChip Loop(Board board, Rack rack, WiredSensor sensor)
    {
        var condition = Role.Watched(rack, sensor);
        int closed = Connections.Value(sensor, "closed_ohm", 1000);
        var chip = new SupervisedLoop(
            sensor.NormallyClosed,
            Connections.Value(sensor, "pullup_ohm", 2200),
            closed,
            Connections.Value(sensor, "open_ohm", 2000) - closed,
            Connections.Value(sensor, "supply_mv", 3300) / 1000.0)
        {
            IsActive = condition.IsOn,
        };
        condition.Changed += c => chip.IsActive = c.IsOn;
        Connections.AttachAnalogue(board, sensor, chip);
        return new WiredChip(sensor, chip, condition.Name);
    }
}
