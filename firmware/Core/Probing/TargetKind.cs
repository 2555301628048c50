namespace Appliance.Core.Probing;

/// <summary>How a target is checked.</summary>
public enum TargetKind
{
    /// <summary>It answers an echo request.</summary>
    Icmp = 0,

    /// <summary>It accepts a connection, and greets as expected if that is asked for.</summary>
    Tcp = 1,

    /// <summary>A BGP speaker: it accepts a connection or refuses it, which most do to strangers.</summary>
    Bgp = 2,

    /// <summary>It answers a request for the head of a page.</summary>
    Http = 3,

    /// <summary>It knows a name.</summary>
    Dns = 4,

    /// <summary>Its agent answers.</summary>
    Snmp = 5,
}
