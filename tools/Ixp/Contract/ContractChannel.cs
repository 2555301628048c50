namespace Ixp.Contract;

/// <summary>A topic of the contract, and what is on it.</summary>
/// <param name="Path">Behind site and device; an item in braces: <c>probe/{target}</c>.</param>
/// <param name="Schema">File of the payload's schema, without its ending.</param>
/// <param name="IsRetained">The broker keeps the last message.</param>
/// <param name="IsCommand">It goes to the device.</param>
/// <param name="Summary">A sentence for people.</param>
public sealed record ContractChannel(string Path, string Schema, bool IsRetained, bool IsCommand, string Summary)
{
    private static readonly string[] Groups = ["power", "climate", "cooling", "security", "traffic", "health"];

    /// <summary>All topics.</summary>
    public static IReadOnlyList<ContractChannel> All { get; } =
    [
        new("status", "status", true, false, "Whether the device is online. The last will takes its place."),
        new("meta", "meta", true, false, "What the device is, and what its keys mean."),
        .. Groups.Select(g => new ContractChannel(g, "group", true, false, $"Readings of the group {g}.")),
        new("probe/{target}", "probe", true, false, "How a target answers."),
        new("alarm/{item}", "alarm", true, false, "How a metric, a sensor or a target stands."),
        new("event", "event", false, false, "Something that happened."),
        new("backlog/{channel}", "backlog", false, false, "What was taken while the broker was away, of one group, or of probe, alarm or event."),
        new("result", "result", false, false, "The answer to a command."),
        Command("identify", "command", "The LED strobes for half a minute."),
        Command("ack", "command-ack", "Somebody knows of an alarm."),
        Command("get", "command-get", "A line of the configuration, one value of it, or the last changes."),
        Command("set", "command-set", "Changes one value of the configuration, on trial until it is confirmed."),
        Command("confirm", "command-confirm", "The change on trial stays."),
        Command("scan", "command", "Looks for parts that are not configured."),
        Command("adopt", "command-adopt", "A new DS18B20 takes the place of a dead one."),
        Command("reset-energy", "command-reset-energy", "The energy of a meter counts from 0 again."),
        Command("self-test", "command", "Tests LED, buses, storage and the way to the broker."),
        Command("restart", "command-restart", "Restarts the device."),
    ];

    /// <summary>The path without its item: what a reader finds a message's channel by.</summary>
    public string Root => Path.Split("/{")[0];

    /// <returns>The channel of a message; null if the contract has none.</returns>
    /// <param name="path">Topic behind site and device.</param>
    public static ContractChannel? Of(string path) =>
        All.FirstOrDefault(c => c.Path == path || (c.Path.Contains('{', StringComparison.Ordinal) && path.Split('/') is [var root, _] && root == c.Root));

    private static ContractChannel Command(string verb, string schema, string summary) => new($"cmd/{verb}", schema, false, true, summary);
}
