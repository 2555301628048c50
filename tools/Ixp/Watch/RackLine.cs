using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ixp.Watch;

/// <summary>A rack as a line of JSON.</summary>
internal static class RackLine
{
    private static readonly JsonSerializerOptions Layout = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(RackState rack, DateTimeOffset now)
    {
        var json = Object(rack);
        json["age_s"] = rack.Newest is { } newest ? (long)Math.Max(0, (now - newest).TotalSeconds) : null;
        return json.ToJsonString(Layout);
    }

    /// <summary>What makes another line necessary when it changes: all but the age.</summary>
    public static string Told(RackState rack) => Object(rack).ToJsonString(Layout);

    private static JsonObject Object(RackState rack) => new()
    {
        ["site"] = rack.Site,
        ["device"] = rack.Device,
        ["online"] = rack.IsOnline switch { true => 1, false => 0, null => null },
        ["away_since"] = rack.AwaySince?.ToUnixTimeSeconds(),
        ["boot"] = rack.Boot,
        ["severity"] = rack.Severity,
        ["alarms"] = rack.Alarms.Count,
        ["worst"] = rack.Worst is { } worst
            ? new JsonObject { ["item"] = worst.Item, ["severity"] = worst.Severity, ["state"] = worst.State, ["text"] = worst.Text, ["since"] = worst.Since?.ToUnixTimeSeconds() }
            : null,
        ["lost"] = rack.Lost,
        ["thinned"] = rack.Thinned,
        ["firmware"] = rack.Firmware,
        ["board"] = rack.Board,
    };
}
