using Appliance.Core.Json;
using Appliance.Core.Probing;

namespace Appliance.Core.Contract;

/// <summary>The state of one probe target.</summary>
public sealed class ProbeReport : Report
{
    private readonly Target _target;

    public ProbeReport(Topics topics, Target target)
        : base(topics.Probe(target.Name), "probe", target.Name)
    {
        _target = target;
    }

    /// <summary>
    /// What is unknown is left out, and not zero: round trip and jitter while the last check has no answer, and the shortest,
    /// mean and longest round trip while none of the last 20 has one.
    /// </summary>
    public override void WriteFields(JsonWriter json)
    {
        RoundTripStatistics statistics = _target.Statistics;
        json.Key("up");
        json.Number(_target.IsUp ? 1 : 0);
        if (statistics.HasRoundTrip)
        {
            Milliseconds(json, "rtt_ms", statistics.LastMicros);
        }

        if (statistics.RoundTrips(out int shortest, out int mean, out int longest))
        {
            Milliseconds(json, "rtt_min_ms", shortest);
            Milliseconds(json, "rtt_avg_ms", mean);
            Milliseconds(json, "rtt_max_ms", longest);
        }

        json.Key("loss_pct");
        json.Number(statistics.LossPercent);
        if (statistics.HasRoundTrip)
        {
            Milliseconds(json, "jitter_ms", statistics.JitterMicros);
        }

        json.Key("state");
        json.Number((int)_target.State);
        if (_target.Outcome != CheckOutcome.Answered)
        {
            json.Key("cause");
            json.Number((int)_target.Outcome);
        }
    }

    private static void Milliseconds(JsonWriter json, string key, int micros)
    {
        json.Key(key);
        json.Fixed(micros / 10, 2);
    }
}
