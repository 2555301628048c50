using Ixp.Sites.Fields;
using static Ixp.Sites.Targets.TargetFields;

namespace Ixp.Sites.Targets;

/// <summary>A way in which the firmware checks a target.</summary>
/// <param name="Name">As it stands in site files: <c>bgp</c>.</param>
/// <param name="Sentence">What is checked, for people.</param>
/// <param name="Port">The port that is asked.</param>
/// <param name="Own">Its values beside those that each target has.</param>
public sealed record TargetKind(string Name, string Sentence, NumberField Port, IReadOnlyList<Field> Own)
    : EntryKind(Name, Sentence, [Port, .. Own, .. Judgement])
{
    public static IReadOnlyList<TargetKind> All { get; } =
    [
        new("icmp", "answers an echo request", At(22, "TCP port that is tried where the board may not ping."), []),
        new("tcp", "accepts a connection, and greets as told", At(null, "TCP port.") with { IsRequired = true }, [Banner]),
        new("bgp", "accepts or refuses a connection: both are life, for a speaker knows only its own peers", At(179, "TCP port."), []),
        new("http", "answers a request for the head of a page, with less than 500", At(80, "TCP port."), [TargetFields.Path, VirtualHost]),
        new("dns", "resolves a name", At(53, "UDP port."), [Query, RecordType]),
        new("snmp", "answers SNMP v2c; its ports, sensors and battery can be told", At(161, "UDP port."), [Community, Poll]),
    ];

    internal override string One => $"a {Name} target";

    /// <param name="name">That of a kind.</param>
    public static TargetKind Of(string name) => All.First(k => string.Equals(k.Name, name, StringComparison.Ordinal));

    private static NumberField At(int? port, string sentence) => new("port", 1, 65535, sentence, port);
}
