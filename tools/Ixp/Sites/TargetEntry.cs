namespace Ixp.Sites;

/// <summary>One target: something on the network that must answer.</summary>
/// <param name="Kind">Name of a <see cref="Targets.TargetKind"/>.</param>
/// <param name="Host">IPv4 address.</param>
/// <param name="Port">0 to leave it to the device.</param>
public sealed record TargetEntry(string Kind, string Name, string Host, int Port, int PeriodSeconds, int TimeoutMs)
{
    /// <summary>Names of the targets that this one is reached through.</summary>
    public IReadOnlyList<string> Parents { get; init; } = [];

    /// <summary>The other values of its kind by key: int, bool or string.</summary>
    public IReadOnlyDictionary<string, object> Values { get; init; } = new Dictionary<string, object>();

    public int? Number(string key) => Values.GetValueOrDefault(key) as int?;

    public string? Text(string key) => Values.GetValueOrDefault(key) as string;

    /// <returns>A copy that differs in one value.</returns>
    public TargetEntry With(string key, object value) => this with { Values = new Dictionary<string, object>(Values) { [key] = value } };
}
