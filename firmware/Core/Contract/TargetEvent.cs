using Appliance.Core.Probing;

namespace Appliance.Core.Contract;

/// <summary>Names of the events of a target.</summary>
public static class TargetEvent
{
    /// <summary>Its agent counts its uptime anew.</summary>
    public const string Restarted = "target-restarted";

    private static readonly string[] Names =
    {
        "target-up",
        null,
        "target-degraded",
        "target-down",
        "target-unreachable",
        "target-flapping",
    };

    /// <returns>The event of coming into a state; null for soft, which is too uncertain to be one.</returns>
    public static string Of(TargetState state) => Names[(int)state];
}
