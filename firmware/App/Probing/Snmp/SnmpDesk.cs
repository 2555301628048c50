using Appliance.Core.Snmp;

namespace Appliance.App.Probing.Snmp;

/// <summary>What all agents share, one after the other, with the gate of the probe book held: the buffers of a request and of its response.</summary>
public sealed class SnmpDesk
{
    /// <summary>Most objects of a request: as many as fit into what every agent accepts.</summary>
    public const int Capacity = 26;

    public SnmpRequest Request { get; } = new SnmpRequest(Capacity);

    public SnmpResponse Response { get; } = new SnmpResponse(Capacity);
}
