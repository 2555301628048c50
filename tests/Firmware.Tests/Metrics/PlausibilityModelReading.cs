namespace Appliance.Tests.Metrics;

/// <summary>One reading of the model.</summary>
internal sealed class PlausibilityModelReading
{
    public long Value { get; set; }

    public long Time { get; set; }

    public bool IsBelieved { get; set; }
}
