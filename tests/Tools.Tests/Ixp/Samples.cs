using System.Globalization;
using System.Text.Json.Nodes;
using Ixp.Running;
using Ixp.Sites;

namespace Tools.Tests.Ixp;

/// <summary>The good files that the tests begin with.</summary>
internal static class Samples
{
    public static string BoardPath { get; } = Path.Combine(SiteFolder.Boards, "olimex-esp32-poe-iso.json");

    public static Board GoodBoard => BoardFile.Read(BoardPath);

    public static Site GoodSite => SiteFile.Read(SiteFolder.Demonstration);

    /// <summary>A site with every kind of sensor, and its board.</summary>
    public static Site FullSite => SiteFile.Read(SiteFolder.Full);

    public static Board FullBoard => BoardFile.Read(SiteFolder.Boards, FullSite.Board);

    /// <summary>The good site with a target of every kind, with every value that one can have, with ports, and with the sensors that are asked through targets.</summary>
    public static JsonObject ReachableJson
    {
        get
        {
            var site = Json(SiteFolder.Demonstration);
            site["sensors"] = JsonNode.Parse(
                """
                [
                  { "kind": "ups", "name": "ups", "group": "power", "target": "ups1_snmp", "limits": { "input_v": { "low_warning": 207.5 } } },
                  { "kind": "entity", "name": "switch1_inlet", "group": "climate", "target": "switch1_snmp", "index": 1001, "limits": { "c": { "high_warning": 45.25 } } },
                  { "kind": "entity", "name": "switch1_fan", "group": "cooling", "target": "switch1_snmp", "index": 2147483647, "unit": "rpm" }
                ]
                """);
            site["targets"] = JsonNode.Parse(
                """
                [
                  { "kind": "icmp", "name": "switch1", "host": "192.0.2.11", "port": 23, "period_s": 5, "timeout_ms": 1000 },
                  { "kind": "snmp", "name": "switch1_snmp", "host": "192.0.2.11", "port": 1161, "parents": ["switch1"], "community": "core", "poll_s": 60 },
                  { "kind": "tcp", "name": "console", "host": "192.0.2.12", "port": 22, "parents": ["switch1"], "banner": "SSH-2.0-",
                    "slow_ms": 100, "loss_pct": 10, "attempts": 5, "flap_start_pct": 40, "flap_stop_pct": 25 },
                  { "kind": "bgp", "name": "rs1_bgp", "host": "192.0.2.13", "port": 1179, "parents": ["switch1", "console"] },
                  { "kind": "http", "name": "lg", "host": "192.0.2.14", "port": 8080, "path": "/lg?q=1", "vhost": "lg.example.net" },
                  { "kind": "dns", "name": "resolver", "host": "192.0.2.14", "port": 5353, "query": "www.example.net", "type": "AAAA" },
                  { "kind": "snmp", "name": "ups1_snmp", "host": "192.0.2.15" }
                ]
                """);
            site["ports"] = JsonNode.Parse(
                """
                [
                  { "name": "as64500", "target": "switch1_snmp", "if_name": "Ethernet 1/1", "keys": true },
                  { "name": "as64501", "target": "switch1_snmp", "if_index": 10101 },
                  { "name": "trunk", "target": "switch1_snmp", "if_name": "Ethernet48", "member": false }
                ]
                """);
            return site;
        }
    }

    public static Site ReachableSite => Read(ReachableJson);

    public static Site Read(JsonObject site)
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, site.ToJsonString());
            return SiteFile.Read(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    public static JsonObject Json(string file) => JsonNode.Parse(File.ReadAllText(file))!.AsObject();

    /// <summary>Lets a reader read a text as a file.</summary>
    /// <returns>The complaint without the name of the file; null if there is none.</returns>
    public static string? Complaint(string text, Action<string> read)
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, text);
            read(file);
            return null;
        }
        catch (SiteException e)
        {
            return e.Message.Replace(file, "", StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <param name="place">Keys and indices down to the value.</param>
    /// <param name="value">JSON to put there; null takes the key away.</param>
    /// <returns>A copy that differs in one value.</returns>
    public static JsonObject Changed(JsonObject good, string[] place, string? value)
    {
        var copy = good.DeepClone().AsObject();
        JsonNode parent = copy;
        foreach (string step in place[..^1])
            parent = parent is JsonArray list ? list[IndexOf(step)]! : parent[step]!;
        if (parent is JsonArray array)
            array[IndexOf(place[^1])] = JsonNode.Parse(value!);
        else if (value is null)
            parent.AsObject().Remove(place[^1]);
        else
            parent[place[^1]] = JsonNode.Parse(value);
        return copy;
    }

    public static int IndexOf(string step) => int.Parse(step, CultureInfo.InvariantCulture);
}
