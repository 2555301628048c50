namespace Appliance.Tests.Uplink;

/// <summary>A report that waits in the model.</summary>
internal sealed class OutboxModelEntry
{
    public string Text;
    public PaddedReport Report;
    public bool IsBacklog;
    public bool IsUnderWay;
}
