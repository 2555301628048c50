using Mono.Cecil;
using NanoGate.Api;
using Tools.Tests.NanoGate;
using Xunit;

namespace Tools.Tests.Surface;

/// <summary>
/// The virtual board offers nothing that the device does not have: its public surface is a subset of the API listings.
/// That it offers all that the firmware uses is checked by the weaver whenever the firmware is built.
/// </summary>
public sealed class SubsetTests
{
    private static readonly ApiCatalog Catalog = ApiCatalog.Load();

    private static readonly Dictionary<string, TypeDefinition> Offered =
        new[] { "VirtualBoard.Devices", "VirtualBoard.Corlib", "VirtualBoard.Mqtt" }.SelectMany(Surface).ToDictionary(t => t.FullName, StringComparer.Ordinal);

    public static TheoryData<string> Types => [.. Offered.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Type_is_listed(string type)
    {
        var listed = Catalog.Type(type.Replace('/', '+'));
        Assert.True(listed is not null, $"{type} is public in {Offered[type].Module.Name}, but the device has no such type: make it internal.");

        var allowed = ListedSurface.Of(listed).ToHashSet(StringComparer.Ordinal);
        if (Catalog.Type(listed.Base) is { } device && !Offered.ContainsKey(device.Name))
            AllowAnew(allowed);
        var more = MetadataSurface.Of(Offered[type]).Where(line => !allowed.Contains(line)).ToList();
        Assert.True(more.Count == 0, $"The device has no{Environment.NewLine}{string.Join(Environment.NewLine, more)}");
    }

    /// <summary>Where the base is .NET's, it may lack what the device's base has: the override is then a new member.</summary>
    private static void AllowAnew(HashSet<string> lines) => lines.UnionWith([.. lines.Select(l => l.Replace(" override ", " ", StringComparison.Ordinal))]);

    private static IEnumerable<TypeDefinition> Surface(string assembly)
        => ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, assembly + ".dll")).GetTypes()
            .Where(t => t.IsPublic || t.IsNestedPublic || t.IsNestedFamily || t.IsNestedFamilyOrAssembly)
            .Where(t => !t.FullName.StartsWith("VirtualBoard.", StringComparison.Ordinal));
}
