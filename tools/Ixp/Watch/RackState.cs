namespace Ixp.Watch;

/// <summary>What a broker has told of one device.</summary>
public sealed record RackState(string Site, string Device)
{
    /// <summary>Null before its status is known.</summary>
    public bool? IsOnline { get; init; }

    /// <summary>Number of its start.</summary>
    public long Session { get; init; }

    /// <summary>Why it started; empty if unknown.</summary>
    public string Boot { get; init; } = "";

    /// <summary>When it went away, or the newest that is known of it from before; null while it is online.</summary>
    public DateTimeOffset? AwaySince { get; init; }

    /// <summary>When its newest report was made, by its own clock if that is set.</summary>
    public DateTimeOffset? Newest { get; init; }

    /// <summary>Alarms that stand, by item.</summary>
    public IReadOnlyDictionary<string, StandingAlarm> Alarms { get; init; } = new Dictionary<string, StandingAlarm>();

    /// <summary>Reports that will never arrive; null if unknown.</summary>
    public long? Lost { get; init; }

    /// <summary>Reports merged into a neighbour; null if unknown.</summary>
    public long? Thinned { get; init; }

    /// <summary>Version; empty if unknown.</summary>
    public string Firmware { get; init; } = "";

    /// <summary>Name of its board; empty if unknown.</summary>
    public string Board { get; init; } = "";

    /// <summary>The worst alarm; of several the one that stands longest.</summary>
    public StandingAlarm? Worst => Alarms.Values
        .OrderByDescending(a => a.Severity).ThenBy(a => a.Since ?? DateTimeOffset.MaxValue).ThenBy(a => a.Item, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>0 while no alarm stands.</summary>
    public int Severity => Worst?.Severity ?? 0;

    /// <summary>The worst first, then those that are away, then by name.</summary>
    public static IEnumerable<RackState> InOrder(IEnumerable<RackState> racks) => racks
        .OrderByDescending(r => r.Severity).ThenBy(r => r.IsOnline is not false ? 1 : 0)
        .ThenBy(r => r.Site, StringComparer.Ordinal).ThenBy(r => r.Device, StringComparer.Ordinal);
}
