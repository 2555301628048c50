using Appliance.Core.Json;

namespace Appliance.Core.Contract;

/// <summary>A message that must not be lost: it has a place in the sequence of its session.</summary>
public abstract class Report
{
    protected Report(string topic, string channel, string item)
    {
        Topic = topic;
        Channel = channel;
        Item = item;
    }

    /// <summary>Where it is published while the broker is there.</summary>
    public string Topic { get; }

    /// <summary>Last level of the backlog topic it is published to afterwards.</summary>
    public string Channel { get; }

    /// <summary>The item of topics such as <c>probe/item</c>, or null. An entry of a backlog names it as <c>"item"</c>.</summary>
    public string Item { get; }

    /// <summary>The broker keeps the last one.</summary>
    public virtual bool IsRetained => true;

    /// <summary>Writes the fields behind time, session and sequence number.</summary>
    public abstract void WriteFields(JsonWriter json);
}
