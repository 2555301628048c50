using VirtualBoard;
using VirtualBoard.Buses;
using VirtualRack.Chips;

namespace VirtualRack.Wiring;

/// <summary>Brings a part to its place on a bus or pin, if the place is there and free.</summary>
internal static class Connections
{
    public static void AttachI2c(Board board, WiredSensor sensor, int usual, II2cSlave chip)
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

    /// <summary>Modbus slaves share the wires of a port.</summary>
    public static void AttachSerial(Board board, WiredSensor sensor, ISerialPeer chip)
    {
        if (sensor.Com < 2 || sensor.Com > board.Serial.Count)
            throw new WiringException($"{sensor.Name}: COM{sensor.Com} is not free for sensors; take COM2 to COM{board.Serial.Count}.");

        var line = board.Serial[sensor.Com];
        var shared = line.Peer as SharedSerialLine ?? new SharedSerialLine();
        line.Peer = shared;
        shared.Join(chip);
    }

    /// <summary>To a channel of the board's ADC, or of the ADS1115 at the address, which comes with the first part on it.</summary>
    public static void AttachAnalogue(Board board, WiredSensor sensor, IVoltageSource source)
    {
        if (sensor.AdcChannel is { } input)
        {
            board.Adc.Wire(input, source.Volts);
            return;
        }

        if (sensor.Channel is not { } channel || sensor.Address is not { } address)
            throw new WiringException($"{sensor.Name}: a {sensor.Kind} needs a pin with ADC, or address and channel of an ADS1115.");
        if (sensor.Bus is not (1 or 2) || board.I2c[sensor.Bus].At(address) is not Ads1115 chip)
        {
            chip = new Ads1115(board.Time);
            AttachI2c(board, sensor, address, chip);
        }

        chip.Wire(channel, source);
    }

    /// <exception cref="WiringException">No slave can have the address.</exception>
    public static byte SlaveOf(WiredSensor sensor) => (sensor.Address ?? 1) is var address and >= 1 and <= 0xF7
        ? (byte)address
        : throw new WiringException($"{sensor.Name}: Modbus address {sensor.Address} is none a slave can have; take 1 to 247.");

    public static int Value(WiredSensor sensor, string key, int usual) => sensor.Values.TryGetValue(key, out int value) ? value : usual;

    public static Pin PinOf(Board board, WiredSensor sensor)
    {
        if (sensor.Pin is not { } number)
            throw new WiringException($"{sensor.Name}: a {sensor.Kind} needs a pin.");
        if (number < 0 || number >= board.Pins.Count)
            throw new WiringException($"{sensor.Name}: there is no pin {number}; the board has 0 to {board.Pins.Count - 1}.");
        return board.Pins[number];
    }

    public static byte[] ParseRom(WiredSensor sensor)
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
    public static long SerialOf(string name)
    {
        uint hash = 2166136261;
        foreach (char c in name)
            hash = (hash ^ c) * 16777619;
        return hash;
    }
}
