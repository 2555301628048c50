using System.Reflection;
using System.Text.Json.Nodes;

namespace Ixp.Contract;

/// <summary>The JSON schemas of all payloads (JSON Schema 2020-12).</summary>
public static class ContractSchemas
{
    private const string Ending = ".schema.json";

    /// <summary>Names of the files, without their ending.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal) && n.EndsWith(Ending, StringComparison.Ordinal))
            .Select(n => n[Folder.Length..^Ending.Length])
            .Order(StringComparer.Ordinal)];

    private static string Folder => "Contract/";

    /// <returns>The file as it is.</returns>
    public static string Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Folder + name + Ending)
            ?? throw new ArgumentException($"There is no schema {name}.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public static JsonObject Read(string name) => JsonNode.Parse(Text(name))!.AsObject();
}
