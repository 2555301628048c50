using VirtualBoard;
using VirtualBoard.Buses;
using VirtualRack.Chips;
using VirtualRack.World;

namespace VirtualRack.Wiring;

/// <summary>The kinds of sensors and how each is connected.</summary>
public static class SensorKinds
{
    public static IReadOnlyList<SensorKind> All { get; } =
    [
        new("ds18b20", "thermometer on the 1-Wire bus", Ds18b20),
        new("sht4x", "thermometer and hygrometer on I2C", Sht4x),
        new("ina226", "voltage and current of a DC rail on I2C", Ina226),
        new("pzem004t", "mains meter on a serial port", Pzem004t),
        new("fan", "tach wire of a fan on a pin", Fan),
        new("contact", "dry contact on a pin", Contact),
    ];

    /// <exception cref="WiringException">There is no such kind.</exception>
    public static SensorKind Find(WiredSensor sensor) =>
        All.FirstOrDefault(k => string.Equals(k.Name, sensor.Kind, StringComparison.Ordinal))
        ?? throw new WiringException(
            $"{sensor.Name}: unknown kind '{sensor.Kind}'; known are {string.Join(", ", All.Select(k => k.Name))}.");

    private static WiredChip Ds18b20(Board board, Rack rack, WiredSensor sensor)
    {
        byte[] rom = sensor.Rom is null ? Chips.Ds18b20.RomOf(SerialOf(sensor.Name)) : ParseRom(sensor);

        // No two probes agree: ±0.25 K, the same for the same ROM code.
        double offset = 0.25 * new Noise(BitConverter.ToInt32(rom, 1), 1).Signed(0);
        var (sees, celsius) = Role.Air(sensor);
        var chip = new Ds18b20(board.Time, rom, () => celsius(rack.Look()) + offset);
        board.OneWire.Attach(chip);
        return new WiredChip(sensor, chip, sees);
    }

    private static WiredChip Sht4x(Board board, Rack rack, WiredSensor sensor)
    {
        var (sees, celsius) = Role.Air(sensor);
        var chip = new Sht4x(board.Time, () => celsius(rack.Look()), () => Humidity(rack.Look()), (uint)SerialOf(sensor.Name));
        AttachI2c(board, sensor, 0x44, chip);
        return new WiredChip(sensor, chip, sees);

        double Humidity(RackState state) => state.HumidityAt(celsius(state));
    }

    private static WiredChip Ina226(Board board, Rack rack, WiredSensor sensor)
    {
        if (sensor.ShuntMicroohm <= 0)
            throw new WiringException($"{sensor.Name}: the shunt is {sensor.ShuntMicroohm} microohm; give what is printed on it, 2000 for 2 mΩ.");

        var (sees, amps) = Role.DirectCurrent(sensor);
        var chip = new Ina226(board.Time, () => rack.Look().BusVolts, () => amps(rack.Look()), sensor.ShuntMicroohm);
        AttachI2c(board, sensor, 0x40, chip);
        return new WiredChip(sensor, chip, sees);
    }

    private static WiredChip Pzem004t(Board board, Rack rack, WiredSensor sensor)
    {
        int address = sensor.Address ?? 1;
        if (address is < 1 or > 0xF7)
            throw new WiringException($"{sensor.Name}: Modbus address {address} is none a slave can have; take 1 to 247.");
        if (sensor.Com < 2 || sensor.Com > board.Serial.Count)
            throw new WiringException($"{sensor.Name}: COM{sensor.Com} is not free for sensors; take COM2 to COM{board.Serial.Count}.");

        var chip = new Pzem004t(board.Time, () => Reading(rack.Look()), (byte)address);
        var line = board.Serial[sensor.Com];
        var shared = line.Peer as SharedSerialLine ?? new SharedSerialLine();
        line.Peer = shared;
        shared.Join(chip);
        return new WiredChip(sensor, chip, "mains");

        static AcReading Reading(RackState s) =>
            new(s.MainsVolts, s.MainsAmps, s.MainsWatts, s.WattHours, s.MainsHertz, s.PowerFactor);
    }

    private static WiredChip Fan(Board board, Rack rack, WiredSensor sensor)
    {
        if (sensor.PulsesPerRevolution <= 0)
            throw new WiringException($"{sensor.Name}: {sensor.PulsesPerRevolution} pulses a revolution; most fans give 2.");

        int number = Role.FanNumber(sensor);
        var chip = new FanTach(board.Time, PinOf(board, sensor), rack.Fans[number - 1].RevolutionsAt, sensor.PulsesPerRevolution);
        return new WiredChip(sensor, chip, $"fan {number}");
    }

    private static WiredChip Contact(Board board, Rack rack, WiredSensor sensor)
    {
        var condition = Role.Watched(rack, sensor);
        var pin = PinOf(board, sensor);

        // Pins without pulls of their own are useless to a contact unless somebody soldered a resistor.
        bool resistor = board.Profile.InputOnlyPins.Contains(pin.Number);
        var chip = new DryContact(board.Time, pin, sensor.NormallyClosed, resistor) { IsActive = condition.IsOn };
        condition.Changed += c => chip.IsActive = c.IsOn;
        return new WiredChip(sensor, chip, condition.Name);
    }

    private static void AttachI2c(Board board, WiredSensor sensor, int usual, II2cSlave chip)
    {
        int address = sensor.Address ?? usual;
        if (sensor.Bus is not (1 or 2))
            throw new WiringException($"{sensor.Name}: there is no I2C bus {sensor.Bus}; take 1 or 2.");
        if (address is < 0x08 or > 0x77)
            throw new WiringException($"{sensor.Name}: I2C address 0x{address:X2} is reserved; take 0x08 to 0x77.");
        if (board.I2c[sensor.Bus].At(address) is not null)
            throw new WiringException($"{sensor.Name}: address 0x{address:X2} on I2C bus {sensor.Bus} is taken; strap one part to another address.");
        board.I2c[sensor.Bus].Attach(address, chip);
    }

    private static Pin PinOf(Board board, WiredSensor sensor)
    {
        if (sensor.Pin is not { } number)
            throw new WiringException($"{sensor.Name}: a {sensor.Kind} needs a pin.");
        if (number < 0 || number >= board.Pins.Count)
            throw new WiringException($"{sensor.Name}: there is no pin {number}; the board has 0 to {board.Pins.Count - 1}.");
        return board.Pins[number];
    }

    private static byte[] ParseRom(WiredSensor sensor)
    {
        byte[] rom = [];
        string digits = sensor.Rom!.Replace("-", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal);
        if (digits.Length == 16 && digits.All(char.IsAsciiHexDigit))
            rom = Convert.FromHexString(digits);
        if (rom.Length != 8 || Crc8.Maxim(rom) != 0 || rom[0] != 0x28)
        {
            throw new WiringException(
                $"{sensor.Name}: '{sensor.Rom}' is no ROM code of a DS18B20; it has 16 hexadecimal digits, begins with 28 and ends in a CRC, as 28139BBB0B00001F.");
        }

        return rom;
    }

    /// <returns>32 bits that follow from a name (FNV-1a).</returns>
    private static long SerialOf(string name)
    {
        uint hash = 2166136261;
        foreach (char c in name)
            hash = (hash ^ c) * 16777619;
        return hash;
    }
}
