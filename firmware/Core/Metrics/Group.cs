namespace Appliance.Core.Metrics;

/// <summary>The message a metric is published in: one topic for each group.</summary>
public enum Group
{
    Power = 0,
    Climate = 1,
    Cooling = 2,
    Security = 3,
    Traffic = 4,
    Health = 5,
}
