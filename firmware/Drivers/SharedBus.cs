namespace Appliance.Drivers;

/// <summary>
/// What the sensors on the same wires know of each other. A transfer on a line that is held low stops every thread for a second:
/// when one of them has found that out, the others do not try as well.
/// </summary>
public sealed class SharedBus
{
    /// <summary>Uptime before which no reading begins.</summary>
    public long RestsUntil { get; set; }
}
