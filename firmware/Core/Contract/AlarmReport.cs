using Appliance.Core.Conditions;
using Appliance.Core.Json;

namespace Appliance.Core.Contract;

/// <summary>How one sensor or target stands, told when that changes. The retained message is the present state.</summary>
public sealed class AlarmReport : Report
{
    private readonly Severity _severity;
    private readonly string _state;
    private readonly string _reason;
    private readonly Stamp _since;

    private AlarmReport(Topics topics, string item, Severity severity, string state, string reason, Stamp since)
        : base(topics.Alarm(item), "alarm", item)
    {
        _severity = severity;
        _state = state;
        _reason = reason;
        _since = since;
    }

    /// <summary>A sensor, or the appliance itself, has failed.</summary>
    /// <param name="reason">In the words of <see cref="Metrics.QualityName"/>.</param>
    /// <param name="since">The first failed reading.</param>
    public static AlarmReport Fault(Topics topics, string item, string reason, Stamp since) =>
        new AlarmReport(topics, item, Severity.Fault, "fault", reason, since);

    /// <summary>What was told before is over.</summary>
    /// <param name="since">The first good reading.</param>
    public static AlarmReport Ok(Topics topics, string item, Stamp since) =>
        Of(topics, item, Severity.Ok, "ok", since);

    /// <summary>A state that needs no reason: that of a target.</summary>
    public static AlarmReport Of(Topics topics, string item, Severity severity, string state, Stamp since) =>
        new AlarmReport(topics, item, severity, state, null, since);

    /// <summary>A beginning before the clock was set, and told before it was, is <c>since_up_s</c>, seconds since the start.</summary>
    public override void WriteFields(JsonWriter json)
    {
        json.Key("severity");
        json.Number((int)_severity);
        json.Key("state");
        json.String(_state);
        if (_reason != null)
        {
            json.Key("reason");
            json.String(_reason);
        }

        json.Key(_since.Unix > 0 ? "since" : "since_up_s");
        json.Number(_since.Unix > 0 ? _since.Unix : _since.Uptime / 1000);
    }
}
