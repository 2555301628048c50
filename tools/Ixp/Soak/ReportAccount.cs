using System.Text.Json.Nodes;
using Ixp.Telemetry;

namespace Ixp.Soak;

/// <summary>What a device says of its own reports, in the group health and in its birth, as it arrives.</summary>
public sealed class ReportAccount
{
    /// <summary>Why a number may be missing, by the metrics that count it. They go on counting over restarts.</summary>
    public static readonly IReadOnlyList<string> Reasons =
        ["thinned_count", "lost_full_count", "lost_corrupt_count", "lost_unknown_count"];

    private readonly Lock _gate = new();
    private readonly SortedDictionary<long, SessionHealth> _health = [];
    private readonly List<long> _births = [];
    private readonly Dictionary<string, int> _paths = new(StringComparer.Ordinal);

    public ReportAccount(TelemetryWatch watch) => watch.Arrived += Take;

    /// <summary>Sessions in the order of their births, each as often as it was told.</summary>
    public IReadOnlyList<long> Births
    {
        get
        {
            lock (_gate)
                return [.. _births];
        }
    }

    /// <summary>The newest report of the group health.</summary>
    public JsonObject? Health
    {
        get
        {
            lock (_gate)
                return _health.Count == 0 ? null : _health.Values.Last().Newest;
        }
    }

    /// <returns>A figure of the newest health; null while there is none.</returns>
    public long? Figure(string key) => Health?[key] is JsonValue value && value.TryGetValue(out long number) ? number : null;

    /// <summary>Messages with what had waited.</summary>
    public int Backlogs
    {
        get
        {
            lock (_gate)
                return _paths.Where(p => p.Key.StartsWith("backlog/", StringComparison.Ordinal)).Sum(p => p.Value);
        }
    }

    /// <summary>Messages on a path.</summary>
    public int Messages(string path)
    {
        lock (_gate)
            return _paths.GetValueOrDefault(path);
    }

    /// <returns>Numbers that the device says it lost for a reason, in all sessions.</returns>
    public long Told(string reason)
    {
        lock (_gate)
        {
            long sum = 0;
            long before = 0;
            foreach (var session in _health.Values)
            {
                // A power cut takes what was counted since it was last written, so a session may begin below where another ended.
                long first = SessionHealth.Number(session.Oldest, reason);
                long last = SessionHealth.Number(session.Newest, reason);
                sum += last - Math.Min(first, before);
                before = last;
            }

            return sum;
        }
    }

    private void Take(TelemetryMessage message)
    {
        if (message.WasRetained)
            return;

        lock (_gate)
        {
            _paths[message.Path] = _paths.GetValueOrDefault(message.Path) + 1;
            if (message is { Path: "status", Payload: JsonObject status } && SessionHealth.Number(status, "online") == 1)
                _births.Add(SessionHealth.Number(status, "session"));
            else if (message is { Path: "health", Payload: JsonObject live })
                Note(live);
            else if (message is { Path: "backlog/health", Payload: JsonArray late })
                foreach (var report in late)
                    Note(report!.AsObject());
        }
    }

    private void Note(JsonObject report)
    {
        long number = SessionHealth.Number(report, "session");
        if (_health.TryGetValue(number, out var session))
            session.Take(report);
        else
            _health[number] = new SessionHealth(report);
    }
}
