using System.Text.Json.Nodes;
using Ixp.Contract;
using Ixp.Telemetry;
using Json.Schema;

namespace SystemTests.Support;

/// <summary>Holds what a device publishes against the schemas of the contract.</summary>
internal static class ContractGuard
{
    private static readonly EvaluationOptions Options = new() { OutputFormat = OutputFormat.List };
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, JsonSchema> Schemas =
        ContractSchemas.Names.ToDictionary(n => n, n => JsonSchema.FromText(ContractSchemas.Text(n)), StringComparer.Ordinal);

    /// <summary>Messages that were held against their schema in this run.</summary>
    public static int Count { get; private set; }

    /// <summary>The message is one of the contract. What tests send themselves is none of a device's.</summary>
    public static void Check(TelemetryMessage message) => Assert.Null(Breach(message));

    /// <returns>Null, or how the message breaks the contract.</returns>
    public static string? Breach(TelemetryMessage message) =>
        message.Path is "fence" || message.Path.StartsWith("cmd/", StringComparison.Ordinal) || Problem(message.Path, message.Payload) is not { } problem
            ? null
            : $"{message.Path} breaks the contract: {problem}\n{message.Text}";

    /// <returns>Null, or what is wrong with the payload.</returns>
    public static string? Problem(string path, JsonNode? payload)
    {
        if (ContractChannel.Of(path) is not { } channel)
            return "no such topic";
        lock (Gate)
        {
            Count++;
            return ProblemBy(channel.Schema, payload) ?? (channel.Root is "backlog" ? ProblemOfEntries(path, payload!.AsArray()) : null);
        }
    }

    /// <summary>Each entry is what would have been published live, but for the item, which the topic would have named.</summary>
    private static string? ProblemOfEntries(string path, JsonArray entries)
    {
        string of = path.Split('/')[1];
        bool hasItems = of is "probe" or "alarm";
        if (ContractChannel.Of(hasItems ? of + "/x" : of) is not { } channel)
            return "no such topic";
        foreach (var entry in entries)
        {
            var report = entry!.DeepClone().AsObject();
            if (hasItems && !report.Remove("item"))
                return "an entry without item";
            if (ProblemBy(channel.Schema, report) is { } problem)
                return problem;
        }

        return null;
    }

    private static string? ProblemBy(string schema, JsonNode? payload)
    {
        var result = Schemas[schema].Evaluate(payload, Options);
        return result.IsValid ? null : string.Join(
            "; ", result.Details.Where(d => d.HasErrors).SelectMany(d => d.Errors!.Select(e => $"{d.InstanceLocation} {e.Value}")));
    }
}
