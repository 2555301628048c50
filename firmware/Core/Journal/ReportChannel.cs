namespace Appliance.Core.Journal;

/// <summary>What the reports of one channel and item consist of.</summary>
public sealed class ReportChannel
{
    internal ReportChannel(string channel, string item, string[] keys, byte[] decimals, int firstField, int firstLearner)
    {
        Channel = channel;
        Item = item;
        Keys = keys;
        Decimals = decimals;
        FirstField = firstField;
        FirstLearner = firstLearner;
    }

    /// <summary>Last level of the backlog topic: <c>climate</c>, <c>probe</c>.</summary>
    public string Channel { get; }

    /// <summary>The target of a probe, or null.</summary>
    public string Item { get; }

    /// <summary>The keys of its numbers, such as <c>inlet_c</c>; none for a channel of raw reports.</summary>
    public string[] Keys { get; }

    /// <summary>Decimal places of each number.</summary>
    public byte[] Decimals { get; }

    /// <summary>How many fields all channels before it have.</summary>
    internal int FirstField { get; }

    /// <summary>The place of what is learned of its first field: channels of one kind, such as targets, learn together.</summary>
    internal int FirstLearner { get; }
}
