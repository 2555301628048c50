namespace Appliance.Core.Metrics;

/// <summary>What it means that a meter says nothing whose measuring side is fed by the supply it measures.</summary>
public static class Silence
{
    /// <param name="presence">1 while the supply is there, seen by other means than the meter; null if nobody watches it.</param>
    /// <returns>
    /// Blackout if the supply is known to be off; else Timeout: the wires or the meter have failed, or nobody can tell.
    /// </returns>
    public static Quality Of(Metric presence) =>
        presence != null && presence.IsOk && presence.Value == 0 ? Quality.Blackout : Quality.Timeout;
}
