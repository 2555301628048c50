namespace Appliance.App.Probing.Snmp;

/// <summary>What an agent is being asked.</summary>
public enum SnmpErrand
{
    None = 0,

    /// <summary>Whether it lives: its up time, and what changes fast.</summary>
    Check = 1,

    /// <summary>Values of ports and sensors, as many as fit into a request.</summary>
    Poll = 2,

    /// <summary>The name of the next port, to learn the numbers of those that are known by name.</summary>
    Walk = 3,
}
