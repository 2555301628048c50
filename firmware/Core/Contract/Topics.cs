namespace Appliance.Core.Contract;

/// <summary>The topics of one device: <c>ixp/v1/site/device/group[/item]</c>.</summary>
public sealed class Topics
{
    public Topics(string site, string device)
    {
        Root = "ixp/v1/" + site + "/" + device + "/";
        Status = Root + "status";
        Meta = Root + "meta";
        Event = Root + "event";
    }

    /// <summary>Everything up to the group, with the slash.</summary>
    public string Root { get; }

    public string Status { get; }

    public string Meta { get; }

    public string Event { get; }

    /// <summary>Topic of a group of metrics.</summary>
    public string Group(Metrics.Group group) => Root + Metrics.GroupName.Of(group);

    public string Probe(string target) => Root + "probe/" + target;

    /// <param name="item">A sensor.</param>
    public string Alarm(string item) => Root + "alarm/" + item;

    /// <param name="channel">The group that the payloads were meant for: <c>climate</c>, <c>probe</c>.</param>
    public string Backlog(string channel) => Root + "backlog/" + channel;
}
