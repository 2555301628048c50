namespace VirtualRack.Chips;

/// <summary>What can be wrong with a current clamp.</summary>
[Flags]
public enum CurrentClampFaults
{
    None = 0,

    /// <summary>Unplugged: the bias alone, as with no current.</summary>
    Absent = 1,

    /// <summary>The bias is gone: the wave swings about ground.</summary>
    BiasLost = 2,

    /// <summary>The burden is broken: the voltage rises until the input's diodes hold it.</summary>
    BurdenOpen = 4,
}
