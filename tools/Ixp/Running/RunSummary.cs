using Ixp.Sites;
using Ixp.Telemetry;

namespace Ixp.Running;

/// <summary>What arrived in a run, held against the contract.</summary>
internal sealed class RunSummary
{
    private readonly TelemetryWatch _watch;
    private readonly IReadOnlyList<string> _expected;

    public RunSummary(Site site, TelemetryWatch watch)
    {
        _watch = watch;
        _expected =
        [
            "status", "meta", "health",
            .. site.Sensors.Select(s => s.Group).Distinct(StringComparer.Ordinal),
            .. site.Ports.Select(_ => "traffic").Take(1),
            .. site.Targets.Select(t => "probe/" + t.Name),
        ];
        Missing = watch.MissingOf(_expected);
    }

    /// <summary>Topics that did not arrive.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>Every topic arrived, readable, and complete in (session, seq).</summary>
    public bool IsGood => Missing.Count == 0 && _watch.Unreadable == 0 && _watch.Sessions().Count > 0 && _watch.IsComplete;

    public void Write(TextWriter output)
    {
        output.WriteLine($"{_watch.Messages} messages; {_expected.Count - Missing.Count} of {_expected.Count} topics of the contract");
        foreach (string topic in Missing)
            output.WriteLine($"missing: {topic}");
        foreach (var (session, last, missing, duplicates) in _watch.Sessions())
            output.WriteLine($"session {session}: reports 1 to {last}, {missing} missing, {duplicates} repeated");
        if (_watch.Unreadable > 0)
            output.WriteLine($"{_watch.Unreadable} messages were no JSON");
        output.WriteLine(IsGood ? "complete" : "NOT complete");
    }
}
