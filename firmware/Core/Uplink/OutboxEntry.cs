using Appliance.Core.Contract;

namespace Appliance.Core.Uplink;

/// <summary>A report in the form in which it goes to the broker.</summary>
public sealed class OutboxEntry
{
    /// <summary>Where it came from: topic, channel, item.</summary>
    public Report Report { get; set; }

    public byte[] Payload { get; set; }

    /// <summary>Taken while the broker was away: it goes to the backlog topic.</summary>
    public bool IsBacklog { get; set; }

    /// <summary>Published, and not acknowledged yet.</summary>
    public bool IsUnderWay { get; set; }
}
