namespace Appliance.Core.Probing;

/// <summary>State of a target as the contract numbers it.</summary>
public enum TargetState
{
    Up = 0,

    /// <summary>The last checks failed, but not yet often enough to be sure.</summary>
    Soft = 1,
    Degraded = 2,
    Down = 3,
    Unreachable = 4,
    Flapping = 5,
}
