using VirtualBoard;
using VirtualRack.Chips;
using VirtualRack.World;

namespace VirtualRack.Wiring;

/// <summary>How sensors of electricity are connected.</summary>
internal static class PowerKinds
{
    public static WiredChip Ina226(Board board, Rack rack, WiredSensor sensor)
    {
        CheckShunt(sensor);
        var (sees, volts, amps) = Role.DirectCurrent(sensor);
        var chip = new Ina226(board.Time, () => volts(rack.Look()), () => amps(rack.Look()), sensor.ShuntMicroohm);
        Connections.AttachI2c(board, sensor, 0x40, chip);
        return new WiredChip(sensor, chip, sees);
    }

    public static WiredChip Ina219(Board board, Rack rack, WiredSensor sensor)
    {
        CheckShunt(sensor);
        var (sees, volts, amps) = Role.DirectCurrent(sensor);
        var chip = new Ina219(board.Time, () => volts(rack.Look()), () => amps(rack.Look()), sensor.ShuntMicroohm);
        Connections.AttachI2c(board, sensor, 0x40, chip);
        return new WiredChip(sensor, chip, sees);
    }

    public static WiredChip Ina228(Board board, Rack rack, WiredSensor sensor)
    {
        CheckShunt(sensor);
        var (sees, volts, amps) = Role.DirectCurrent(sensor);
        var chip = new Ina228(board.Time, () => volts(rack.Look()), () => amps(rack.Look()), () => rack.Look().RoomCelsius + 8, sensor.ShuntMicroohm);
        Connections.AttachI2c(board, sensor, 0x40, chip);
        return new WiredChip(sensor, chip, sees);
    }

    public static WiredChip Pzem004t(Board board, Rack rack, WiredSensor sensor)
    {
        var chip = new Pzem004t(board.Time, () => Reading(rack.Look()), Connections.SlaveOf(sensor));
        Connections.AttachSerial(board, sensor, chip);
        return new WiredChip(sensor, chip, "mains");

        static AcReading Reading(RackState s) =>
            new(s.MainsVolts, s.MainsAmps, s.MainsWatts, s.WattHours, s.MainsHertz, s.PowerFactor);
    }

    public static WiredChip Pzem017(Board board, Rack rack, WiredSensor sensor)
    {
        var (sees, volts, amps) = Role.DirectCurrent(sensor);
        var chip = new Pzem017(board.Time, () => Reading(rack.Look()), Connections.SlaveOf(sensor), Connections.Value(sensor, "shunt_a", 100));
        Connections.AttachSerial(board, sensor, chip);
        return new WiredChip(sensor, chip, sees);

        DcReading Reading(RackState s) => new(volts(s), Math.Abs(amps(s)), s.WattHours / 4);
    }

    public static WiredChip Divider(Board board, Rack rack, WiredSensor sensor)
    {
        var (sees, volts, _) = Role.DirectCurrent(sensor);
        var chip = new DividerTap(() => volts(rack.Look()), Connections.Value(sensor, "top_ohm", 0), Connections.Value(sensor, "bottom_ohm", 1));
        Connections.AttachAnalogue(board, sensor, chip);
        return new WiredChip(sensor, chip, sees);
    }

    public static WiredChip Clamp(Board board, Rack rack, WiredSensor sensor)
    {
        var (sees, amps) = Role.AlternatingCurrent(sensor);
        var chip = new CurrentClamp(() => amps(rack.Look()), Connections.Value(sensor, "ma_per_volt", 30_000), rack.Settings.MainsHertz);
        Connections.AttachAnalogue(board, sensor, chip);
        return new WiredChip(sensor, chip, sees);
    }

    private static void CheckShunt(WiredSensor sensor)
    {
        if (sensor.ShuntMicroohm <= 0)
            throw new WiringException($"{sensor.Name}: the shunt is {sensor.ShuntMicroohm} microohm; give what is printed on it, 2000 for 2 mΩ.");
    }
}
