namespace VirtualRack.Chips;

/// <summary>What can be wrong with the tach wire of a fan.</summary>
[Flags]
public enum FanTachFaults
{
    None = 0,

    /// <summary>The wire is off: no pulses, whatever the fan does.</summary>
    Absent = 1,

    /// <summary>Half of the pulses are missed: a weak pull-up.</summary>
    WeakPullUp = 2,

    /// <summary>A 25 kHz chop on top of the pulses: a three-wire fan behind low-side PWM.</summary>
    Chopped = 4,
}
