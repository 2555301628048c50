namespace VirtualRack.Equipment;

/// <summary>The machines around the appliance, as the site's probes tell of them.</summary>
public sealed record EquipmentPlan(IReadOnlyList<WiredTarget> Targets)
{
    public IReadOnlyList<WiredPort> Ports { get; init; } = [];

    public IReadOnlyList<WiredEntity> Entities { get; init; } = [];

    /// <summary>Communities by their names in the site; one that is not here is public.</summary>
    public IReadOnlyDictionary<string, string> Communities { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
