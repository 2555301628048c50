using System.Text.Json;

namespace NanoGate.Api;

/// <summary>The API listings and the pinned packages that the gate carries as its own data.</summary>
public sealed class ApiCatalog
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };
    private readonly Dictionary<string, AssemblyListing> assemblies;
    private readonly Dictionary<string, TypeListing> types;

    private ApiCatalog(IEnumerable<AssemblyListing> listings, IReadOnlyList<PackagePin> packages)
    {
        assemblies = listings.ToDictionary(l => l.Assembly, StringComparer.Ordinal);
        types = assemblies.Values.SelectMany(l => l.Types).ToDictionary(t => t.Name, StringComparer.Ordinal);
        Packages = packages;
    }

    public IEnumerable<AssemblyListing> Assemblies => assemblies.Values;
    public IReadOnlyList<PackagePin> Packages { get; }

    /// <summary>Reads the embedded data.</summary>
    /// <exception cref="InvalidDataException">A listing is not as the README of this tool describes it.</exception>
    public static ApiCatalog Load()
    {
        var names = typeof(ApiCatalog).Assembly.GetManifestResourceNames().Where(n => n.StartsWith("Listings/", StringComparison.Ordinal));
        return new(names.Order(StringComparer.Ordinal).Select(Read<AssemblyListing>), Read<PackagePin[]>("Packages"));
    }

    public AssemblyListing? Assembly(string name) => assemblies.GetValueOrDefault(name);

    /// <summary>Finds a type by its full name, in whichever assembly it lives.</summary>
    public TypeListing? Type(string? fullName) => fullName is null ? null : types.GetValueOrDefault(fullName);

    public PackagePin? Package(string id) => Packages.FirstOrDefault(p => p.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    private static T Read<T>(string resource)
    {
        using var stream = typeof(ApiCatalog).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidDataException($"The gate was built without its data '{resource}'.");
        try
        {
            return JsonSerializer.Deserialize<T>(stream, Json)!;
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{resource}.json, line {e.LineNumber + 1}: {e.Message}", e);
        }
    }
}
