using System.Text;

namespace VirtualRack.Chips;

/// <summary>A chip whose faults are the flags of an enum.</summary>
/// <typeparam name="TFaults">A [Flags] enum with None and Absent.</typeparam>
public abstract class FaultyChip<TFaults> : Chip
    where TFaults : struct, Enum
{
    private static readonly Dictionary<string, TFaults> ByName =
        Enum.GetValues<TFaults>().Where(f => Convert.ToInt64(f) != 0).ToDictionary(f => Kebab(f.ToString()), StringComparer.Ordinal);

    private TFaults _faults;

    /// <summary>What is wrong with the part now.</summary>
    public TFaults Faults
    {
        get => _faults;
        set
        {
            if (_faults.Equals(value))
                return;
            BeforeFaultsChange();
            _faults = value;
            AfterFaultsChange();
        }
    }

    public override IReadOnlyList<string> FaultNames => [.. ByName.Keys];

    public override bool HasFault(string name) => ByName.TryGetValue(name, out var fault) && Has(fault);

    public override void SetFault(string name, bool on)
    {
        if (!ByName.TryGetValue(name, out var fault))
        {
            throw new ArgumentException(
                $"{GetType().Name} has no fault '{name}'; it has {string.Join(", ", ByName.Keys)}.", nameof(name));
        }

        long bits = Convert.ToInt64(_faults);
        long bit = Convert.ToInt64(fault);
        Faults = (TFaults)Enum.ToObject(typeof(TFaults), on ? bits | bit : bits & ~bit);
    }

    protected bool Has(TFaults fault) => _faults.HasFlag(fault);

    protected virtual void BeforeFaultsChange()
    {
    }

    protected virtual void AfterFaultsChange()
    {
    }

    private static string Kebab(string name)
    {
        var text = new StringBuilder();
        foreach (char c in name)
        {
            if (char.IsUpper(c) && text.Length > 0)
                text.Append('-');
            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
