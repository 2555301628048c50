namespace Ixp.Sites;

/// <summary>One sensor of a site; which values it has depends on its kind.</summary>
public sealed record SensorEntry
{
    public required SensorKind Kind { get; init; }

    public required string Name { get; init; }

    public required string Group { get; init; }

    public int PeriodSeconds { get; init; } = 5;

    /// <summary>ROM code of a 1-Wire part: 16 hexadecimal digits, family first.</summary>
    public string? Rom { get; init; }

    /// <summary>I2C bus.</summary>
    public int Bus { get; init; } = 1;

    /// <summary>I2C address.</summary>
    public int? Address { get; init; }

    public int ShuntMicroohm { get; init; }

    /// <summary>Serial port: 2 for COM2.</summary>
    public int Com { get; init; } = 2;

    /// <summary>Modbus address.</summary>
    public int Slave { get; init; } = 1;

    /// <summary>GPIO number.</summary>
    public int? Pin { get; init; }

    /// <summary>Tach pulses a turn.</summary>
    public int Pulses { get; init; } = 2;

    public bool ClosedIsNormal { get; init; } = true;

    public int HoldMs { get; init; } = 30;

    /// <summary>Limits by the unit's suffix and their own name: ("c", "high_warning").</summary>
    public IReadOnlyDictionary<(string Suffix, string Limit), decimal> Limits { get; init; } =
        new Dictionary<(string Suffix, string Limit), decimal>();
}
