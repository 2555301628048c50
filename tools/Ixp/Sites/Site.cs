using Ixp.Sites.Sensors;

namespace Ixp.Sites;

/// <summary>A site file: one device, what is wired to it, what it watches, and its broker.</summary>
public sealed record Site
{
    /// <summary>Name of the exchange; a topic level.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the device; a topic level, MQTT client id and user name.</summary>
    public required string Device { get; init; }

    /// <summary>Name of the site for people, on its card; the device does not get it.</summary>
    public string? Title { get; init; }

    /// <summary>Whom the volunteer phones, on the card; the device does not get it.</summary>
    public string? NocPhone { get; init; }

    /// <summary>Name of a board file.</summary>
    public required string Board { get; init; }

    /// <summary>All of the file could be read; else what refers to something that is not there may be right.</summary>
    public bool IsWhole { get; init; } = true;

    public required BrokerEntry Broker { get; init; }

    public IReadOnlyList<string> TimeServers { get; init; } = [];

    /// <summary>How far local time is ahead of UTC: the day of a peak begins at its midnight.</summary>
    public int UtcOffsetMinutes { get; init; }

    /// <summary>Static address, or null for DHCP.</summary>
    public NetworkEntry? Network { get; init; }

    /// <summary>SSID of the network that a Wi-Fi board joins; null of a site on Ethernet.</summary>
    public string? WifiName { get; init; }

    /// <summary>Height above the sea in metres: the warmer limits of an inlet fall with it.</summary>
    public int AltitudeMetres { get; init; }

    public int ReportSeconds { get; init; } = 60;

    public IReadOnlyList<SensorEntry> Sensors { get; init; } = [];

    public IReadOnlyList<TargetEntry> Targets { get; init; } = [];

    public IReadOnlyList<PortEntry> Ports { get; init; } = [];
}
