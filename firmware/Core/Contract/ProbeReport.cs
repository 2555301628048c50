using Appliance.Core.Json;
using Appliance.Core.Probing;

namespace Appliance.Core.Contract;

/// <summary>The state of one probe target.</summary>
public sealed class ProbeReport : Report
{
    private static readonly string[] AllKeys =
        { "up", "rtt_ms", "rtt_min_ms", "rtt_avg_ms", "rtt_max_ms", "loss_pct", "jitter_ms", "state", "cause" };

    private static readonly byte[] AllDecimals = { 0, 2, 2, 2, 2, 0, 2, 0, 0 };

    private readonly Target _target;

    public ProbeReport(Topics topics, Target target)
        : base(topics.Probe(target.Name), "probe", target.Name)
    {
        _target = target;
    }

    public override bool HasNumbersOnly => true;

    public override string[] Keys => AllKeys;

    public override byte[] Decimals => AllDecimals;

    /// <summary>
    /// What is unknown is left out, and not zero: round trip and jitter while the last check has no answer, and the shortest,
    /// mean and longest round trip while none of the last 20 has one.
    /// </summary>
    public override void Read(long[] values, bool[] presence)
    {
        const int TensOfMicros = 10;
        RoundTripStatistics statistics = _target.Statistics;
        bool hasAny = statistics.RoundTrips(out int shortest, out int mean, out int longest);
        values[0] = _target.IsUp ? 1 : 0;
        values[1] = statistics.LastMicros / TensOfMicros;
        values[2] = shortest / TensOfMicros;
        values[3] = mean / TensOfMicros;
        values[4] = longest / TensOfMicros;
        values[5] = statistics.LossPercent;
        values[6] = statistics.JitterMicros / TensOfMicros;
        values[7] = (int)_target.State;
        values[8] = (int)_target.Outcome;
        for (int i = 0; i < AllKeys.Length; i++)
        {
            presence[i] = true;
        }

        presence[1] = statistics.HasRoundTrip;
        presence[2] = hasAny;
        presence[3] = hasAny;
        presence[4] = hasAny;
        presence[6] = statistics.HasRoundTrip;
        presence[8] = _target.Outcome != CheckOutcome.Answered;
    }

    public override void WriteFields(JsonWriter json)
    {
        long[] values = new long[AllKeys.Length];
        bool[] presence = new bool[AllKeys.Length];
        Read(values, presence);
        for (int i = 0; i < AllKeys.Length; i++)
        {
            if (presence[i])
            {
                json.Key(AllKeys[i]);
                json.Fixed(values[i], AllDecimals[i]);
            }
        }
    }
}
