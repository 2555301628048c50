using Appliance.Core.Chips;
using Appliance.Core.Json;

namespace Appliance.Core.Scan;

/// <summary>A part that answers on a bus and is not in the configuration.</summary>
public sealed class FoundPart
{
    private readonly string _key;
    private readonly int _number;

    private FoundPart(string bus, string key, string rom, int number, string part)
    {
        Bus = bus;
        _key = key;
        Rom = rom;
        _number = number;
        Part = part;
    }

    /// <summary><c>1-wire</c>, <c>i2c1</c>, <c>com2</c>.</summary>
    public string Bus { get; }

    /// <summary>16 hex digits; null if it is none of the 1-Wire bus.</summary>
    public string Rom { get; }

    /// <summary>In the words of the configuration; with a question mark if it only looks like one; null if it is not known.</summary>
    public string Part { get; }

    public static FoundPart OneWire(byte[] rom) =>
        new FoundPart("1-wire", "rom", OneWireRom.ToText(rom), 0, OneWireFamily.NameOf(rom[0]));

    /// <param name="bus">1 or 2.</param>
    public static FoundPart I2c(int bus, int address, string part) =>
        new FoundPart("i2c" + bus.ToString(), "address", null, address, part);

    /// <param name="port">Name of the serial line: <c>com2</c>.</param>
    public static FoundPart Modbus(string port, int slave) => new FoundPart(port, "slave", null, slave, null);

    /// <summary>Writes it as an object: an I2C address as in the configuration, <c>"0x45"</c>.</summary>
    public void Write(JsonWriter json)
    {
        json.BeginObject();
        json.Key("bus");
        json.String(Bus);
        json.Key(_key);
        if (_key == "slave")
        {
            json.Number(_number);
        }
        else
        {
            json.String(Rom ?? "0x" + _number.ToString("X2"));
        }

        if (Part != null)
        {
            json.Key("part");
            json.String(Part);
        }

        json.EndObject();
    }
}
