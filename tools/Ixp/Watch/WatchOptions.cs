namespace Ixp.Watch;

/// <summary>What <c>ixp watch</c> was asked for.</summary>
public sealed record WatchOptions
{
    public required string Host { get; init; }

    public required int Port { get; init; }

    /// <summary>PEM file of the authorities that may have signed the broker's certificate; null for no TLS.</summary>
    public string? CaFile { get; init; }

    /// <summary>Path of the file with user and password; null for none.</summary>
    public string? Account { get; init; }

    public RackFilter Filter { get; init; } = new();

    /// <summary>A line of JSON a change instead of a table.</summary>
    public bool IsJson { get; init; }

    /// <summary>When to stop, counted from the first connection; null for when told to.</summary>
    public int? Seconds { get; init; }
}
