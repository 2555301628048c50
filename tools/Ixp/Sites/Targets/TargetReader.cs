using Ixp.Sites.Fields;

namespace Ixp.Sites.Targets;

/// <summary>Reads one target of a site file.</summary>
internal static class TargetReader
{
    public static TargetEntry Read(JsonObjectReader json)
    {
        if (KindReader.Kind(json, TargetKind.All) is not { } kind)
            return new TargetEntry("", json.Has("name") ? SiteFile.Level(json, "name") : "", "", 0, 0, 0);
        string name = SiteFile.Level(json, "name");
        string host = SiteFile.Address(json, "host");
        var values = KindReader.Values(json, kind.Fields);
        values.Remove(kind.Port.Key, out object? port);
        var target = new TargetEntry(kind.Name, name, host, port as int? ?? 0, TargetFields.Period.Read(json), TargetFields.Timeout.Read(json))
        {
            Parents = json.Texts("parents"),
            Values = values,
        };
        json.RefuseUnknown();
        return target;
    }
}
