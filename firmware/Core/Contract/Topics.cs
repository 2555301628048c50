namespace Appliance.Core.Contract;

/// <summary>The topics of one device: <c>ixp/v1/site/device/group[/item]</c>.</summary>
public sealed class Topics
{
    private readonly string _commandRoot;

    public Topics(string site, string device)
    {
        Root = "ixp/v1/" + site + "/" + device + "/";
        Status = Root + "status";
        Meta = Root + "meta";
        Event = Root + "event";
        Result = Root + "result";
        _commandRoot = Root + "cmd/";
    }

    /// <summary>Everything up to the group, with the slash.</summary>
    public string Root { get; }

    public string Status { get; }

    public string Meta { get; }

    public string Event { get; }

    /// <summary>Where commands are answered.</summary>
    public string Result { get; }

    /// <summary>What the device subscribes: all its commands.</summary>
    public string CommandFilter => _commandRoot + "+";

    /// <summary>Topic of a group of metrics.</summary>
    public string Group(Metrics.Group group) => Root + Metrics.GroupName.Of(group);

    /// <returns>The verb of a command topic; null if it is none of this device, or the verb is no topic level.</returns>
    public string Verb(string topic)
    {
        string verb = topic.StartsWith(_commandRoot) ? topic.Substring(_commandRoot.Length) : "";
        return TopicLevel.IsValid(verb) ? verb : null;
    }

    public string Probe(string target) => Root + "probe/" + target;

    /// <param name="item">A sensor or a target.</param>
    public string Alarm(string item) => Root + "alarm/" + item;

    /// <param name="channel">The group that the payloads were meant for: <c>climate</c>, <c>probe</c>.</param>
    public string Backlog(string channel) => Root + "backlog/" + channel;
}
