using Appliance.Core.Metrics;

namespace Appliance.Core.Changes;

/// <summary>
/// What a command may change: limits, periods, corrections, targets, and how the broker is reached. Not what is wired to the device,
/// what it is called, and no secret.
/// </summary>
public sealed class ChangeRules
{
    /// <summary>Any other values are no numbers in fixed point.</summary>
    private const int NoDecimals = -1;

    /// <summary>Of a factor, which the file has in millionths.</summary>
    private const int GainDecimals = 6;

    private static readonly string[] Entries = { "report", "broker", "network", "time", "target" };

    private static readonly string[][] Keys =
    {
        new string[] { "period" },
        new string[] { "host", "port", "keepalive" },
        new string[] { "address", "mask", "gateway", "dns" },
        new string[] { "server1", "server2", "utc_offset_min" },
        new string[]
        {
            "host", "port", "period", "timeout_ms", "parents", "slow_ms", "loss_pct", "attempts", "flap_start_pct", "flap_stop_pct",
            "poll", "query", "type", "path", "vhost", "banner",
        },
    };

    /// <summary>What stands behind a metric's suffix in the line of its sensor, as in <c>c_offset</c>, in the metric's own fixed point.</summary>
    private static readonly string[] Corrections = { "offset", "max_per_minute" };

    /// <summary>Of an alarm, in the fixed point of its metric.</summary>
    private static readonly string[] Limits =
    {
        "low_critical", "low_warning", "high_warning", "high_critical", "change_15min", "hysteresis",
    };

    /// <summary>Of an alarm, as they are.</summary>
    private static readonly string[] Delays = { "trip_s", "clear_s", "lost_s", "latch", "inhibit" };

    private readonly MetricBook _metrics;

    /// <summary>It names which of several lines it is.</summary>
    public static bool IsNamed(string entry) => entry == "sensor" || entry == "alarm" || entry == "target";

    /// <summary>A line that is not there yet is made by the first change of it: it refers to nothing that would have to be wired or named.</summary>
    public static bool MayAdd(string entry) => !IsNamed(entry) || entry == "alarm";

    /// <param name="metrics">Those that there are now.</param>
    public ChangeRules(MetricBook metrics)
    {
        _metrics = metrics;
    }

    /// <param name="name">Empty for an entry that stands once.</param>
    /// <param name="decimals">Of the fixed point that the file has the value in; -1 if it is no such number.</param>
    /// <returns>Null, or why no command may change that.</returns>
    public string Refusal(string entry, string name, string key, out int decimals)
    {
        decimals = Decimals(entry, name, key, out bool isKnown);
        if (entry == "sensor")
        {
            return isKnown || key == "period" ? null
                : "of a sensor, \"key\" is period, or of one of its metrics a correction such as c_offset; "
                    + "what is wired can be changed at the site only";
        }

        if (entry == "alarm")
        {
            return isKnown ? null
                : _metrics.Find(name) == null ? "of an alarm, \"name\" is a metric such as inlet_c"
                : "of an alarm, \"key\" is one of " + Join(Limits) + ", " + Join(Delays);
        }

        int at = System.Array.IndexOf(Entries, entry);
        if (at < 0)
        {
            return "\"entry\" is sensor, alarm, target, report, broker, network or time; all else can be changed at the site only";
        }

        return System.Array.IndexOf(Keys[at], key) >= 0 ? null : "of a " + entry + ", \"key\" is one of " + Join(Keys[at]);
    }

    /// <returns>Decimals of the fixed point that the file has a value in; -1 if it is no such number.</returns>
    /// <param name="isKnown">It is one of a metric's.</param>
    public int Decimals(string entry, string name, string key, out bool isKnown)
    {
        Metric metric = entry == "alarm" ? _metrics.Find(name) : null;
        if (metric != null)
        {
            bool isLimit = System.Array.IndexOf(Limits, key) >= 0;
            isKnown = isLimit || System.Array.IndexOf(Delays, key) >= 0;
            return isLimit ? metric.Decimals : NoDecimals;
        }

        for (int i = 0; entry == "sensor" && i < _metrics.Count; i++)
        {
            metric = _metrics[i];
            if (metric.Name == name && key.StartsWith(metric.Suffix + "_"))
            {
                string rest = key.Substring(metric.Suffix.Length + 1);
                bool isFixed = System.Array.IndexOf(Corrections, rest) >= 0;
                if (isFixed || rest == "gain")
                {
                    isKnown = true;
                    return isFixed ? metric.Decimals : GainDecimals;
                }
            }
        }

        isKnown = false;
        return NoDecimals;
    }

    private static string Join(string[] words)
    {
        string text = words[0];
        for (int i = 1; i < words.Length; i++)
        {
            text += ", " + words[i];
        }

        return text;
    }
}
