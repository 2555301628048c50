using Appliance.Core.Config;
using Appliance.Core.Json;

namespace Appliance.Core.Changes;

/// <summary>One value of the configuration that somebody has changed by command: who, when, what, and what became of it.</summary>
public sealed class Change
{
    internal const string Keyword = "change";

    /// <summary>That of the command.</summary>
    public string Id = "";

    public string By = "";

    /// <summary>Seconds since 1970 UTC; 0 if the clock was not set.</summary>
    public long Unix;

    /// <summary>Keyword of the line: <c>sensor</c>.</summary>
    public string Entry = "";

    /// <summary>Which of the lines with that keyword; empty for one that stands once.</summary>
    public string Name = "";

    public string Key = "";

    /// <summary>As it stands in the file.</summary>
    public string Value = "";

    public string Was = "";

    /// <summary>Decimals of the fixed point that the file has both values in; -1 if they are no such numbers.</summary>
    public int Decimals = -1;

    public string State = ChangeState.Trial;

    /// <summary>Seconds on trial that are not begun yet.</summary>
    public int Left;

    /// <summary>Seconds since 1970 UTC when the trial is over in any case; 0 if the clock was not set.</summary>
    public long Until;

    /// <summary>It waits for its end, and no other may begin.</summary>
    public bool IsOpen => State == ChangeState.Trial || State == ChangeState.Leaving;

    /// <returns>A value of the file as people write it.</returns>
    public static string Shown(string value, int decimals) =>
        decimals >= 0 && long.TryParse(value, out long number) ? DecimalText.Of(number, decimals) : value;

    internal static Change Of(ConfigEntry entry)
    {
        Change change = new Change();
        change.Id = entry.Text("id");
        change.By = entry.Text("by");
        change.Unix = entry.Long("ts", 0);
        change.Entry = entry.Text("entry");
        change.Name = entry.Text("name");
        change.Key = entry.Text("key");
        change.Value = entry.Text("value");
        change.Was = entry.Text("was");
        change.Decimals = entry.Number("decimals", -1, 9);
        change.State = entry.Text("state");
        change.Left = entry.Number("left", 0, int.MaxValue);
        change.Until = entry.Long("until", 0);
        return change;
    }

    internal void Write(ConfigWriter writer)
    {
        writer.Line(Keyword);
        writer.Value("id", Id);
        writer.Value("by", By);
        writer.Value("ts", Unix.ToString());
        writer.Value("entry", Entry);
        writer.Value("name", Name);
        writer.Value("key", Key);
        writer.Value("value", Value);
        writer.Value("was", Was);
        writer.Value("decimals", Decimals.ToString());
        writer.Value("state", State);
        writer.Value("left", Left.ToString());
        writer.Value("until", Until.ToString());
    }

    internal void Write(JsonWriter json)
    {
        json.BeginObject();
        Text(json, "id", Id);
        Text(json, "by", By);
        json.Key("ts");
        json.Number(Unix);
        Text(json, "entry", Entry);
        Text(json, "name", Name);
        Text(json, "key", Key);
        Text(json, "value", Shown(Value, Decimals));
        Text(json, "was", Shown(Was, Decimals));
        Text(json, "state", State);
        json.EndObject();
    }

    private static void Text(JsonWriter json, string key, string value)
    {
        json.Key(key);
        json.String(value);
    }
}
