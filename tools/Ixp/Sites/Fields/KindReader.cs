namespace Ixp.Sites.Fields;

/// <summary>Reads what an entry has because of its kind.</summary>
internal static class KindReader
{
    /// <summary>Notes what the kind needs and the entry does not have.</summary>
    /// <returns>The kind that the entry names; null if there is none of that name.</returns>
    public static T? Kind<T>(JsonObjectReader json, IReadOnlyList<T> kinds)
        where T : EntryKind
    {
        string name = json.OneOf("kind", [.. kinds.Select(k => k.Name)]);
        var kind = kinds.FirstOrDefault(k => string.Equals(k.Name, name, StringComparison.Ordinal));
        foreach (var field in kind?.Fields.Where(f => f.IsRequired && !json.Has(f.Key)) ?? [])
            json.Refuse(field.Key, $"is missing, and {kind!.One} needs it", "add it");
        return kind;
    }

    /// <returns>The values by key: those that are given, and the defaults that the device has to be told; none that is wrong.</returns>
    public static Dictionary<string, object> Values(JsonObjectReader json, IReadOnlyList<Field> fields)
    {
        var values = new Dictionary<string, object>();
        foreach (var field in fields)
        {
            int before = json.Findings.Count;
            if (field.Read(json, values) is { } value && json.Findings.Count == before)
                values[field.Key] = value;
        }

        return values;
    }
}
