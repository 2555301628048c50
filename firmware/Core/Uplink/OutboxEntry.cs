using Appliance.Core.Contract;

namespace Appliance.Core.Uplink;

/// <summary>A report in the form in which it goes to the broker, and what the journal needs if the broker goes before.</summary>
public sealed class OutboxEntry
{
    public Report Report { get; set; }

    public byte[] Payload { get; set; }

    /// <summary>Where the report's own fields begin in the payload.</summary>
    public int Fields { get; set; }

    public Stamp Stamp { get; set; }

    public int Sequence { get; set; }

    /// <summary>Published, and not acknowledged yet.</summary>
    public bool IsUnderWay { get; set; }
}
