namespace Ixp.Sites.Boards;

/// <summary>What the nanoFramework image of a board can do.</summary>
public sealed record BoardImage
{
    public bool HasOneWire { get; init; }

    /// <summary>Hardware pulse counter units.</summary>
    public int PulseCounters { get; init; }

    public int I2cBuses { get; init; }

    /// <summary>It can drive a WS2812.</summary>
    public bool HasRmt { get; init; }

    /// <summary>Sockets in all.</summary>
    public int Sockets { get; init; }

    /// <summary>TCP connections at the same time.</summary>
    public int TcpSockets { get; init; }

    /// <summary>Least revision of the chip that it runs on: <c>v3</c>; <c>any</c>.</summary>
    public string ChipRevision { get; init; } = "any";

    public required Evidence Evidence { get; init; }
}
