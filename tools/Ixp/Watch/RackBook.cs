using System.Text.Json;
using Ixp.Sites;

namespace Ixp.Watch;

/// <summary>
/// All racks at a broker, by what they publish. It believes nothing: whatever is no message of the contract is passed over, and neither
/// the number of racks nor what is kept of one can grow without end.
/// </summary>
public sealed class RackBook
{
    internal const int MostRacks = 5000;
    internal const int MostAlarms = 500;

    /// <summary>No message of the contract is longer.</summary>
    internal const int MostBytes = 256 * 1024;

    /// <summary>How far a device's clock may be ahead.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(1);

    private readonly Dictionary<(string Site, string Device), RackState> _racks = [];

    public IReadOnlyCollection<RackState> Racks => _racks.Values;

    /// <summary>Whether a rack is still online is not known any more, until it or the broker says so again.</summary>
    public void Doubt()
    {
        foreach (var (key, rack) in _racks.Where(r => r.Value.IsOnline is true).ToList())
            _racks[key] = rack with { IsOnline = null };
    }

    /// <summary>Takes note of a message.</summary>
    /// <param name="isRetained">The broker kept it from before.</param>
    /// <returns>The rack that it told something of; null if it told nothing, or that the rack is gone.</returns>
    public RackState? Take(string topic, ReadOnlySpan<byte> payload, bool isRetained, DateTimeOffset now)
    {
        if (Levels(topic) is not { } levels || payload.Length > MostBytes)
            return null;
        var (site, device, path, item) = levels;
        bool isKnown = _racks.TryGetValue((site, device), out var rack);
        if (!isKnown && _racks.Count >= MostRacks)
            return null;
        if (payload.Length == 0)
            return isKnown ? Clear(rack!, path, item) : null;

        var reader = new Utf8JsonReader(payload, new JsonReaderOptions { MaxDepth = 8 });
        try
        {
            using var document = JsonDocument.ParseValue(ref reader);
            if (reader.BytesConsumed != payload.Length || document.RootElement.ValueKind is not JsonValueKind.Object)
                return null;
            return Take(rack ?? new RackState(site, device), path, item, new PayloadReader(document.RootElement), isRetained, now) is { } told
                ? _racks[(site, device)] = told
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The latter of names with half a character.
            return null;
        }
    }

    private static RackState? Take(RackState rack, string path, string? item, PayloadReader payload, bool isRetained, DateTimeOffset now)
    {
        var told = (path, item) switch
        {
            ("status", null) => Status(rack, payload, isRetained, now),
            ("meta", null) => rack with { Firmware = payload.Text("firmware"), Board = payload.Text("board") },
            ("health", null) => rack with { Lost = payload.Number("outbox_lost_count") ?? rack.Lost, Thinned = payload.Number("thinned_count") ?? rack.Thinned },
            ("alarm", not null) => Alarm(rack, item, payload, now),
            ("power" or "climate" or "cooling" or "security" or "traffic" or "event", null) or ("probe", not null) => rack,
            _ => null,
        };
        return told is not null && path is not "status" ? told with { Newest = Latest(told.Newest, Made(payload, isRetained, now)) } : told;
    }

    private static RackState? Status(RackState rack, PayloadReader payload, bool isRetained, DateTimeOffset now)
    {
        long session = payload.Number("session") ?? 0;
        switch (payload.Number("online"))
        {
            case 1:
                var made = Made(payload, isRetained, now);
                return rack with { IsOnline = true, Session = session, Boot = payload.Text("boot"), AwaySince = null, Newest = Latest(rack.Newest, made) };

            // The will of a connection that the device has replaced already.
            case 0 when rack.IsOnline is true && session < rack.Session:
                return null;
            case 0:
                return rack with { IsOnline = false, Session = session, AwaySince = isRetained ? rack.AwaySince : now };
            default:
                return null;
        }
    }

    private static RackState? Alarm(RackState rack, string item, PayloadReader payload, DateTimeOffset now)
    {
        if (payload.Number("severity") is not { } severity || severity is < 0 or > 4)
            return null;
        if (severity == 0)
            return Without(rack, item);
        if (rack.Alarms.Count >= MostAlarms && !rack.Alarms.ContainsKey(item))
            return null;
        var since = payload.Number("since") is { } seconds ? Moment(seconds, now) : null;
        var alarm = new StandingAlarm(item, (int)severity, payload.Text("state"), payload.Text("text"), since);
        return rack with { Alarms = new Dictionary<string, StandingAlarm>(rack.Alarms) { [item] = alarm } };
    }

    /// <summary>Somebody has emptied a topic: a status that is gone makes the rack forgotten.</summary>
    private RackState? Clear(RackState rack, string path, string? item)
    {
        if (path is "status" && item is null)
            _racks.Remove((rack.Site, rack.Device));
        if (path is not "alarm" || item is null || !rack.Alarms.ContainsKey(item))
            return null;
        return _racks[(rack.Site, rack.Device)] = Without(rack, item);
    }

    private static RackState Without(RackState rack, string item) => rack.Alarms.ContainsKey(item)
        ? rack with { Alarms = rack.Alarms.Where(a => a.Key != item).ToDictionary() }
        : rack;

    /// <summary>When a message was made: as it says, or now if it has just come.</summary>
    private static DateTimeOffset? Made(PayloadReader payload, bool isRetained, DateTimeOffset now) =>
        (payload.Number("ts") is { } seconds ? Moment(seconds, now) : null) ?? (isRetained ? null : now);

    /// <returns>Null for a time that cannot be; now for one that a fast clock tells.</returns>
    private static DateTimeOffset? Moment(long seconds, DateTimeOffset now)
    {
        if (seconds <= 0 || seconds > (now + Ahead).ToUnixTimeSeconds())
            return null;
        var moment = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return moment < now ? moment : now;
    }

    private static DateTimeOffset? Latest(DateTimeOffset? one, DateTimeOffset? other) => one > other || other is null ? one : other;

    /// <returns>Site, device, group and item of <c>ixp/v1/site/device/group[/item]</c>.</returns>
    private static (string Site, string Device, string Path, string? Item)? Levels(string topic)
    {
        if (topic.Length > 256 || topic.Split('/') is not ["ixp", "v1", var site, var device, var path, .. var rest] || rest.Length > 1)
            return null;
        string? item = rest.Length == 0 ? null : rest[0];
        return SiteFile.IsLevel(site) && SiteFile.IsLevel(device) && (item is null || SiteFile.IsKey(item)) ? (site, device, path, item) : null;
    }
}
