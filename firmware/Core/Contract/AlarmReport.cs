using Appliance.Core.Conditions;
using Appliance.Core.Json;
using Appliance.Core.Metrics;

namespace Appliance.Core.Contract;

/// <summary>How one metric, sensor or target stands, told when that changes. The retained message is the present state.</summary>
public sealed class AlarmReport : Report
{
    private readonly Severity _severity;
    private readonly string _state;
    private readonly string _reason;
    private readonly Stamp _since;
    private readonly string _text;

    private AlarmReport(Topics topics, string item, Severity severity, string state, string reason, Stamp since, string text)
        : base(topics.Alarm(item), "alarm", item)
    {
        _severity = severity;
        _state = state;
        _reason = reason;
        _since = since;
        _text = text;
    }

    /// <summary>Decimal places of value and limit.</summary>
    public int Places { get; set; }

    /// <summary>What the metric was when it was told; <see cref="Limits.None"/> leaves it out.</summary>
    public long Value { get; set; } = Limits.None;

    /// <summary>What it lies beyond; <see cref="Limits.None"/> leaves it out.</summary>
    public long Limit { get; set; } = Limits.None;

    /// <summary>Somebody has taken note.</summary>
    public bool IsAcknowledged { get; set; }

    /// <summary>A sensor, or the appliance itself, has failed.</summary>
    /// <param name="reason">In the words of <see cref="QualityName"/>; null if there is none.</param>
    /// <param name="since">The first failed reading.</param>
    /// <param name="text">A sentence for people, or null.</param>
    public static AlarmReport Fault(Topics topics, string item, string reason, Stamp since, string text) =>
        new AlarmReport(topics, item, Severity.Fault, "fault", reason, since, text);

    /// <summary>What was told before is over.</summary>
    /// <param name="since">The first good reading.</param>
    /// <param name="text">A sentence for people, or null.</param>
    public static AlarmReport Ok(Topics topics, string item, Stamp since, string text) =>
        Of(topics, item, Severity.Ok, "ok", since, text);

    /// <summary>A state that needs no reason: that of a metric or a target.</summary>
    /// <param name="text">A sentence for people, or null.</param>
    public static AlarmReport Of(Topics topics, string item, Severity severity, string state, Stamp since, string text) =>
        new AlarmReport(topics, item, severity, state, null, since, text);

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

        Write(json, "value", Value);
        Write(json, "limit", Limit);
        if (IsAcknowledged)
        {
            json.Key("acknowledged");
            json.Number(1);
        }

        json.Key(_since.Unix > 0 ? "since" : "since_up_s");
        json.Number(_since.Unix > 0 ? _since.Unix : _since.Uptime / 1000);
        if (_text != null)
        {
            json.Key("text");
            json.String(_text);
        }
    }

    private void Write(JsonWriter json, string key, long value)
    {
        if (value != Limits.None)
        {
            json.Key(key);
            json.Fixed(value, Places);
        }
    }
}
