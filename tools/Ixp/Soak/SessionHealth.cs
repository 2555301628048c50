using System.Text.Json.Nodes;

namespace Ixp.Soak;

/// <summary>The first and the last report of the group health that arrived of a session.</summary>
internal sealed class SessionHealth(JsonObject report)
{
    public JsonObject Oldest { get; private set; } = report;

    public JsonObject Newest { get; private set; } = report;

    /// <returns>A whole number of a payload; 0 if it is not there.</returns>
    public static long Number(JsonObject report, string key) =>
        report[key] is JsonValue value && value.TryGetValue(out long number) ? number : 0;

    public void Take(JsonObject report)
    {
        long sequence = Number(report, "seq");
        if (sequence < Number(Oldest, "seq"))
            Oldest = report;
        if (sequence > Number(Newest, "seq"))
            Newest = report;
    }
}
