using Appliance.Core.Json;

namespace Appliance.Core.Contract;

/// <summary>Something that happened. The broker keeps none of them: what is, the retained messages tell.</summary>
public sealed class EventReport : Report
{
    private readonly string _name;
    private readonly string _about;

    /// <param name="name">What happened: <c>target-down</c>.</param>
    /// <param name="item">Whom it happened to; null for the appliance itself.</param>
    public EventReport(Topics topics, string name, string item)
        : base(topics.Event, "event", null)
    {
        _name = name;
        _about = item;
    }

    /// <summary>How many; 0 where that is not told.</summary>
    public int Count { get; set; }

    public override bool IsRetained => false;

    /// <summary>The topic does not name the item, so the payload always does.</summary>
    public override void WriteFields(JsonWriter json)
    {
        json.Key("event");
        json.String(_name);
        if (_about != null)
        {
            json.Key("item");
            json.String(_about);
        }

        if (Count > 0)
        {
            json.Key("count");
            json.Number(Count);
        }
    }
}
