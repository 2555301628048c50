using System.Globalization;
using System.Text.Json.Nodes;

namespace Ixp.Sites.Fields;

/// <summary>A value that entries of a kind have in the site file.</summary>
/// <param name="Key">Key in the site file.</param>
/// <param name="Sentence">What it is, for people.</param>
public abstract record Field(string Key, string Sentence)
{
    /// <summary>The entry cannot do without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The device has the same default: it is told the value only where the site file gives one.</summary>
    public bool IsLeftToDevice { get; init; }

    /// <summary>Its name in the device's configuration, where that differs.</summary>
    public string? PackedAs { get; init; }

    /// <summary>Its text in the device's configuration, where it depends on the entry's other values.</summary>
    public Func<IReadOnlyDictionary<string, object>, object, string>? PackedText { get; init; }

    /// <param name="values">Those of the entry that stand in front of it.</param>
    /// <returns>An int, a bool or a string; null if it is neither given nor has a default.</returns>
    internal object? Read(JsonObjectReader json, IReadOnlyDictionary<string, object> values) => json.Has(Key) ? Given(json) : Untold(values);

    /// <returns>What the JSON schema says of the value.</returns>
    internal abstract JsonObject Schema();

    /// <returns>Name and text for the device; no text if there is nothing to tell.</returns>
    internal (string Name, string? Text) Pack(IReadOnlyDictionary<string, object> values)
    {
        object? value = values.GetValueOrDefault(Key) ?? Untold(values);
        return (PackedAs ?? Key, value is null ? null : PackedText?.Invoke(values, value) ?? Text(value));
    }

    private protected abstract object Given(JsonObjectReader json);

    private protected virtual object? Default(IReadOnlyDictionary<string, object> values) => null;

    private object? Untold(IReadOnlyDictionary<string, object> values) => IsLeftToDevice ? null : Default(values);

    private static string? Text(object value) =>
        value is bool flag ? (flag ? "1" : "0") : Convert.ToString(value, CultureInfo.InvariantCulture);
}
