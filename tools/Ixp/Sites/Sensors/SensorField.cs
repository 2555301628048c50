using System.Globalization;
using System.Text.Json.Nodes;

namespace Ixp.Sites.Sensors;

/// <summary>A value that a kind of sensor has in the site file.</summary>
/// <param name="Key">Key in the site file.</param>
/// <param name="Sentence">What it is, for people.</param>
public abstract record SensorField(string Key, string Sentence)
{
    /// <summary>The sensor cannot do without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Its name in the device's configuration, where that differs.</summary>
    public string? PackedAs { get; init; }

    /// <summary>Its text in the device's configuration, where it depends on other values.</summary>
    public Func<SensorEntry, object, string>? PackedText { get; init; }

    /// <returns>An int, a bool or a string; null if it is neither given nor has a default.</returns>
    /// <exception cref="SiteException">The value is missing or wrong.</exception>
    internal abstract object? Read(JsonObjectReader json);

    /// <returns>What the JSON schema says of the value.</returns>
    internal abstract JsonObject Schema();

    /// <returns>Name and text for the device.</returns>
    internal (string Name, string? Value) Pack(SensorEntry sensor)
    {
        object? value = sensor.Values.GetValueOrDefault(Key);
        return (PackedAs ?? Key, value is null ? null : PackedText?.Invoke(sensor, value) ?? Text(value));
    }

    private static string? Text(object value) =>
        value is bool flag ? (flag ? "1" : "0") : Convert.ToString(value, CultureInfo.InvariantCulture);
}
