namespace VirtualRack.Chips;

/// <summary>A modelled part with faults that can be switched by name.</summary>
public abstract class Chip
{
    /// <summary>The fault that every chip knows: nothing is plugged in.</summary>
    public const string Absent = "absent";

    /// <summary>Faults of this part, as a person types them: <c>crc-error</c>.</summary>
    public abstract IReadOnlyList<string> FaultNames { get; }

    public abstract bool HasFault(string name);

    /// <exception cref="ArgumentException">The part has no such fault.</exception>
    public abstract void SetFault(string name, bool on);

    /// <summary>The supply dips: registers are as after power-on. Parts without registers shrug.</summary>
    public virtual void BrownOut()
    {
    }
}
