using System.Globalization;

namespace Ixp.Sites.Targets;

/// <summary>Makes the device's line of a target.</summary>
internal static class TargetPacker
{
    public static IEnumerable<(string Name, string? Value)> Values(TargetEntry target)
    {
        yield return ("kind", target.Kind);
        yield return ("name", target.Name);
        yield return ("host", target.Host);
        yield return ("port", target.Port > 0 ? Text(target.Port) : null);
        yield return ("period", Text(target.PeriodSeconds));
        yield return ("timeout_ms", Text(target.TimeoutMs));
        yield return ("parents", target.Parents.Count > 0 ? string.Join(',', target.Parents) : null);
        var kind = TargetKind.Of(target.Kind);
        foreach (var field in kind.Fields.Where(f => f != kind.Port))
            yield return field.Pack(target.Values);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
