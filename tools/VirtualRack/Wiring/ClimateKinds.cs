using VirtualBoard;
using VirtualRack.Chips;
using VirtualRack.World;

namespace VirtualRack.Wiring;

/// <summary>How sensors of air are connected.</summary>
internal static class ClimateKinds
{
    public static WiredChip Ds18b20(Board board, Rack rack, WiredSensor sensor)
    {
        byte[] rom = sensor.Rom is null ? Chips.Ds18b20.RomOf(Connections.SerialOf(sensor.Name)) : Connections.ParseRom(sensor);

        // No two probes agree: ±0.25 K, the same for the same ROM code.
        double offset = 0.25 * new Noise(BitConverter.ToInt32(rom, 1), 1).Signed(0);
        var (sees, celsius) = Role.Air(sensor);
        var chip = new Ds18b20(board.Time, rom, () => celsius(rack.Look()) + offset);
        board.OneWire.Attach(chip);
        return new WiredChip(sensor, chip, sees);
    }

    public static WiredChip Sht3x(Board board, Rack rack, WiredSensor sensor)
    {
        var (sees, celsius) = Role.Air(sensor);
        var chip = new Sht3x(board.Time, () => celsius(rack.Look()), () => Humidity(rack.Look()), (uint)Connections.SerialOf(sensor.Name));
        Connections.AttachI2c(board, sensor, 0x44, chip);
        return new WiredChip(sensor, chip, sees);

        double Humidity(RackState state) => state.HumidityAt(celsius(state));
    }

    public static WiredChip Sht4x(Board board, Rack rack, WiredSensor sensor)
    {
        var (sees, celsius) = Role.Air(sensor);
        var chip = new Sht4x(board.Time, () => celsius(rack.Look()), () => Humidity(rack.Look()), (uint)Connections.SerialOf(sensor.Name));
        Connections.AttachI2c(board, sensor, 0x44, chip);
        return new WiredChip(sensor, chip, sees);

        double Humidity(RackState state) => state.HumidityAt(celsius(state));
    }

    public static WiredChip Bme280(Board board, Rack rack, WiredSensor sensor)
    {
        var (sees, celsius) = Role.Air(sensor);
        var chip = new Bme280(board.Time, () => celsius(rack.Look()), () => Humidity(rack.Look()), () => rack.Look().Hectopascal);
        Connections.AttachI2c(board, sensor, 0x76, chip);
        return new WiredChip(sensor, chip, sees);

        double Humidity(RackState state) => state.HumidityAt(celsius(state));
    }

    public static WiredChip Ntc(Board board, Rack rack, WiredSensor sensor)
    {
        var (sees, celsius) = Role.Air(sensor);
        var chip = new Ntc(
            () => celsius(rack.Look()),
            Connections.Value(sensor, "r25_ohm", 10_000),
            Connections.Value(sensor, "beta", 3950),
            Connections.Value(sensor, "series_ohm", 10_000),
            Connections.Value(sensor, "supply_mv", 3300) / 1000.0,
            Connections.Value(sensor, "to_supply", 0) == 1);
        Connections.AttachAnalogue(board, sensor, chip);
        return new WiredChip(sensor, chip, sees);
    }
}
