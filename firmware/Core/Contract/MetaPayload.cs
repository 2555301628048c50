using Appliance.Core.Json;
using Appliance.Core.Metrics;
using Appliance.Core.Probing;
using Appliance.Core.Scan;

namespace Appliance.Core.Contract;

/// <summary>What the device is and what its keys mean, so that no monitoring system has to guess.</summary>
public sealed class MetaPayload
{
    private readonly MetricBook _metrics;
    private readonly Target[] _targets;

    public MetaPayload(MetricBook metrics, Target[] targets)
    {
        _metrics = metrics;
        _targets = targets;
    }

    public string Firmware { get; set; } = "";

    public string Board { get; set; } = "";

    /// <summary>Name and version of the interpreter image.</summary>
    public string Image { get; set; } = "";

    /// <summary>Hash of the configuration in force.</summary>
    public string Config { get; set; } = "";

    /// <summary>What a scan found that is not configured; null before the first has ended. Another thread may put it there.</summary>
    public FoundParts Found { get; set; }

    /// <summary>Another number whenever a quality or a part that was found is another: whether what was published is still true.</summary>
    public long Signature()
    {
        // Digits of a number, with a base of at least twice their range, so that no two neighbours make up for each other.
        FoundParts found = Found;
        long signature = found == null ? 0 : found.Signature() + 1;
        for (int i = 0; i < _metrics.Count; i++)
        {
            signature = (signature * 33) + (int)_metrics[i].Quality;
        }

        return signature;
    }

    public void Write(JsonWriter json, int session, Stamp stamp)
    {
        json.Reset();
        json.BeginObject();
        stamp.Write(json);
        json.Key("session");
        json.Number(session);
        Text(json, "firmware", Firmware);
        Text(json, "board", Board);
        Text(json, "image", Image);
        Text(json, "config", Config);
        json.Key("metrics");
        json.BeginArray();
        for (int i = 0; i < _metrics.Count; i++)
        {
            Write(json, _metrics[i]);
        }

        json.EndArray();
        json.Key("targets");
        json.BeginArray();
        for (int i = 0; i < _targets.Length; i++)
        {
            Write(json, _targets[i]);
        }

        json.EndArray();
        FoundParts found = Found;
        if (found != null)
        {
            json.Key("found");
            found.Write(json);
        }

        json.EndObject();
    }

    private static void Write(JsonWriter json, Metric metric)
    {
        json.BeginObject();
        Text(json, "name", metric.Key);
        Text(json, "group", GroupName.Of(metric.Group));
        Text(json, "unit", metric.Unit);
        json.Key("decimals");
        json.Number(metric.Decimals);
        json.Key("period_s");
        json.Number(metric.PeriodSeconds);
        if (!metric.IsOk)
        {
            Text(json, "quality", QualityName.Of(metric.Quality));
        }

        if (metric.Limits != null && !metric.Limits.IsEmpty)
        {
            json.Key("limits");
            json.BeginObject();
            Write(json, metric.Limits, metric.Decimals);
            json.EndObject();
        }

        if (metric.LostSeconds > 0)
        {
            json.Key("lost_s");
            json.Number(metric.LostSeconds);
        }

        json.EndObject();
    }

    /// <summary>The alarm by its limits, in the words of site files; what is not there is not told.</summary>
    private static void Write(JsonWriter json, Limits limits, int decimals)
    {
        Limit(json, "low_critical", limits.LowCritical, decimals);
        Limit(json, "low_warning", limits.LowWarning, decimals);
        Limit(json, "high_warning", limits.HighWarning, decimals);
        Limit(json, "high_critical", limits.HighCritical, decimals);
        Limit(json, "change_15min", limits.Change, decimals);
        Limit(json, "hysteresis", limits.Hysteresis == 0 ? Limits.None : limits.Hysteresis, decimals);
        Number(json, "trip_s", limits.TripSeconds);
        Number(json, "clear_s", limits.ClearSeconds);
        Number(json, "latch", limits.IsLatched ? 1 : 0);
        if (limits.Inhibitor != null)
        {
            Text(json, "inhibit", limits.Inhibitor);
        }
    }

    private static void Write(JsonWriter json, Target target)
    {
        json.BeginObject();
        Text(json, "name", target.Name);
        Text(json, "kind", TargetKindName.Of(target.Kind));
        Text(json, "host", target.Host);
        if (target.Port > 0 && target.Kind != TargetKind.Icmp)
        {
            json.Key("port");
            json.Number(target.Port);
        }

        json.Key("period_s");
        json.Number(target.PeriodSeconds);
        if (target.Parents != null)
        {
            json.Key("parents");
            json.BeginArray();
            for (int i = 0; i < target.Parents.Length; i++)
            {
                json.String(target.Parents[i].Name);
            }

            json.EndArray();
        }

        json.EndObject();
    }

    private static void Text(JsonWriter json, string key, string value)
    {
        json.Key(key);
        json.String(value);
    }

    private static void Number(JsonWriter json, string key, int number)
    {
        if (number != 0)
        {
            json.Key(key);
            json.Number(number);
        }
    }

    private static void Limit(JsonWriter json, string key, long value, int decimals)
    {
        if (value != Limits.None)
        {
            json.Key(key);
            json.Fixed(value, decimals);
        }
    }
}
