namespace Ixp.Running;

/// <summary>What <c>ixp run</c> was asked for.</summary>
public sealed record RunOptions
{
    /// <summary>Name of a board; null for the site's own.</summary>
    public string? Board { get; init; }

    /// <summary>Path of a site file; null for the demonstration rack.</summary>
    public string? Site { get; init; }

    /// <summary>Path of a file of secrets; null for none.</summary>
    public string? Secrets { get; init; }

    /// <summary>host:port; null to start a broker.</summary>
    public string? Broker { get; init; }

    /// <summary>A line an event instead of a live view.</summary>
    public bool IsPlain { get; init; }

    /// <summary>When to stop, counted from the first connection; null for when told to.</summary>
    public int? Seconds { get; init; }

    public IReadOnlyList<string> Faults { get; init; } = [];

    public int Seed { get; init; } = 1;
}
