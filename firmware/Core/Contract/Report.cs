using Appliance.Core.Journal;
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

    /// <summary>Its channel in the journal's layout; -1 while it has none.</summary>
    public int Id { get; set; } = -1;

    /// <summary>It is numbers with fixed keys, and nothing else.</summary>
    public virtual bool HasNumbersOnly => false;

    /// <summary>The keys of its numbers, in their order.</summary>
    public virtual string[] Keys => new string[0];

    /// <summary>Decimal places of each number.</summary>
    public virtual byte[] Decimals => new byte[0];

    /// <summary>Reads its numbers as they are now.</summary>
    /// <param name="values">At least as long as <see cref="Keys"/>.</param>
    /// <param name="presence">Which of them a message has.</param>
    public virtual void Read(long[] values, bool[] presence)
    {
    }

    /// <summary>Takes its place in the journal's layout. One with more numbers than a channel has room for is kept as it is sent.</summary>
    public void Register(ReportLayout layout)
    {
        int id = HasNumbersOnly ? layout.Add(Channel, Item, Keys, Decimals) : -1;
        Id = id >= 0 ? id : layout.Add(Channel, Item, new string[0], new byte[0]);
    }

    /// <summary>Writes the fields behind time, session and sequence number.</summary>
    public abstract void WriteFields(JsonWriter json);
}
