namespace Ixp.Sites.Fields;

/// <summary>Reads what an entry has because of its kind.</summary>
internal static class KindReader
{
    /// <returns>The kind that the entry names; all that it needs is there.</returns>
    /// <exception cref="SiteException">The kind is unknown, or a value that it needs is missing.</exception>
    public static T Kind<T>(JsonObjectReader json, IReadOnlyList<T> kinds)
        where T : EntryKind
    {
        string name = json.OneOf("kind", [.. kinds.Select(k => k.Name)]);
        var kind = kinds.First(k => string.Equals(k.Name, name, StringComparison.Ordinal));
        foreach (var field in kind.Fields.Where(f => f.IsRequired && !json.Has(f.Key)))
            throw json.Error(field.Key, $"is missing; {kind.One} needs it.");
        return kind;
    }

    /// <returns>The values by key: those that are given, and the defaults that the device has to be told.</returns>
    /// <exception cref="SiteException">A value is wrong.</exception>
    public static Dictionary<string, object> Values(JsonObjectReader json, IReadOnlyList<Field> fields)
    {
        var values = new Dictionary<string, object>();
        foreach (var field in fields)
        {
            if (field.Read(json, values) is { } value)
                values[field.Key] = value;
        }

        return values;
    }
}
