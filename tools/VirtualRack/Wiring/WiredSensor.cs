namespace VirtualRack.Wiring;

/// <summary>One line of the wiring list: a part, its name in the site and where it is connected.</summary>
/// <param name="Kind">One of <see cref="SensorKinds.All"/>.</param>
/// <param name="Name">Unique in the rack. Unless a role is given, it also tells what the sensor sees: inlet, battery, fan2.</param>
public sealed record WiredSensor(string Kind, string Name)
{
    /// <summary>What the sensor sees, where the name does not tell: inlet, exhaust, room, battery, bus, mains, fan1, door ...</summary>
    public string? Role { get; init; }

    /// <summary>I2C bus, 1 or 2.</summary>
    public int Bus { get; init; } = 1;

    /// <summary>I2C or Modbus address; the kind's usual one when null.</summary>
    public int? Address { get; init; }

    /// <summary>ROM code of a 1-Wire part, 16 hexadecimal digits in the order of the bus, 28 first; made from the name when null.</summary>
    public string? Rom { get; init; }

    public int ShuntMicroohm { get; init; } = 2000;

    /// <summary>Serial port: 2 for COM2.</summary>
    public int Com { get; init; } = 2;

    /// <summary>Input of the ADS1115 at the address.</summary>
    public int? Channel { get; init; }

    /// <summary>Channel of the board's ADC.</summary>
    public int? AdcChannel { get; init; }

    /// <summary>Values of the part by the keys of site files: beta, top_ohm, shunt_a ...</summary>
    public IReadOnlyDictionary<string, int> Values { get; init; } = new Dictionary<string, int>();

    /// <summary>GPIO number of a fan or contact.</summary>
    public int? Pin { get; init; }

    public int PulsesPerRevolution { get; init; } = 2;

    /// <summary>A contact that is closed at rest.</summary>
    public bool NormallyClosed { get; init; } = true;
}
