namespace Ixp.Watch;

/// <summary>An alarm that is not over.</summary>
/// <param name="Item">Metric, sensor, target or part of the appliance.</param>
/// <param name="Severity">1 to 4.</param>
/// <param name="State">In the words of the device.</param>
/// <param name="Text">A sentence; empty if the device told none.</param>
/// <param name="Since">When it began, or null if the device did not know the time.</param>
public sealed record StandingAlarm(string Item, int Severity, string State, string Text, DateTimeOffset? Since);
