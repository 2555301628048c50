using Ixp.Sites.Fields;

namespace Ixp.Sites.Targets;

/// <summary>Reads one target of a site file.</summary>
internal static class TargetReader
{
    /// <exception cref="SiteException">A value is missing, wrong or unknown.</exception>
    public static TargetEntry Read(JsonObjectReader json)
    {
        var kind = KindReader.Kind(json, TargetKind.All);
        string name = SiteFile.Level(json, "name");
        string host = SiteFile.Address(json, "host");
        var values = KindReader.Values(json, kind.Fields);
        values.Remove(kind.Port.Key, out object? port);
        var target = new TargetEntry(kind.Name, name, host, (int)port!, TargetFields.Period.Read(json), TargetFields.Timeout.Read(json))
        {
            Parents = json.Texts("parents"),
            Values = values,
        };
        json.RefuseUnknown();
        return target;
    }
}
