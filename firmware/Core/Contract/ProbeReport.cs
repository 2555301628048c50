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

    /// <summary>Round trip and jitter are left out while nobody answers: they are unknown then, not zero.</summary>
    public override void WriteFields(JsonWriter json)
    {
        RoundTripStatistics statistics = _target.Statistics;
        json.Key("up");
        json.Number(_target.IsUp ? 1 : 0);
        if (statistics.HasRoundTrip)
        {
            json.Key("rtt_ms");
            json.Fixed(statistics.LastMicros / 10, 2);
        }

        json.Key("loss_pct");
        json.Number(statistics.LossPercent);
        if (statistics.HasRoundTrip)
        {
            json.Key("jitter_ms");
            json.Fixed(statistics.JitterMicros / 10, 2);
        }

        json.Key("state");
        json.Number((int)_target.State);
    }
}
