namespace Ixp.Sites;

/// <summary>A kind of sensor that the firmware knows.</summary>
/// <param name="Name">As it stands in site files: <c>sht4x</c>.</param>
/// <param name="Decimals">Its metrics: suffix of the key, and decimal places of the fixed point.</param>
/// <param name="Required">Values it cannot do without.</param>
public sealed record SensorKind(string Name, IReadOnlyDictionary<string, int> Decimals, IReadOnlyList<string> Required)
{
    public static IReadOnlyList<SensorKind> All { get; } =
    [
        new("ds18b20", new Dictionary<string, int> { ["c"] = 2 }, ["rom"]),
        new("sht4x", new Dictionary<string, int> { ["c"] = 2, ["rh"] = 2 }, ["address"]),
        new("ina226", new Dictionary<string, int> { ["v"] = 3, ["a"] = 3, ["w"] = 1 }, ["address", "shunt_microohm"]),
        new("pzem004t", new Dictionary<string, int> { ["v"] = 1, ["a"] = 3, ["w"] = 1, ["wh"] = 0, ["hz"] = 1, ["pf"] = 2 }, []),
        new("fan", new Dictionary<string, int> { ["rpm"] = 0 }, ["pin"]),
        new("contact", new Dictionary<string, int> { ["open"] = 0 }, ["pin"]),
    ];
}
