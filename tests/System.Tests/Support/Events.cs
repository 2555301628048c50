using System.Text.Json.Nodes;
using Ixp.Telemetry;

namespace SystemTests.Support;

/// <summary>What a device told as events, at once or afterwards.</summary>
internal static class Events
{
    /// <returns>Their payloads, in the order in which they came.</returns>
    public static IReadOnlyList<JsonObject> Of(IEnumerable<TelemetryMessage> messages) => [.. messages.SelectMany(Of)];

    public static IReadOnlyList<string> Names(IEnumerable<TelemetryMessage> messages) => [.. Of(messages).Select(e => (string)e["event"]!)];

    private static IEnumerable<JsonObject> Of(TelemetryMessage message) => message.Path switch
    {
        "event" => [message.Payload!.AsObject()],
        "backlog/event" => message.Payload!.AsArray().Select(e => e!.AsObject()),
        _ => [],
    };
}
