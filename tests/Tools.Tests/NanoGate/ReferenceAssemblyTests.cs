using Mono.Cecil;
using NanoGate.Api;
using NanoGate.References;
using Xunit;

namespace Tools.Tests.NanoGate;

/// <summary>The listings become assemblies whose public surface, read back from metadata, is the listing again.</summary>
public sealed class ReferenceAssemblyTests
{
    private static readonly ApiCatalog Catalog = ApiCatalog.Load();
    private static readonly ReferenceAssemblies References = new(Catalog);

    public static TheoryData<string> Assemblies => [.. Catalog.Assemblies.Select(a => a.Assembly)];

    [Fact]
    public void All_listings_are_carried() => Assert.Equal(26, Catalog.Assemblies.Count());

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Surface_equals_the_listing(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(new MemoryStream(References[assembly].Image));
        Assert.Equal(ListedSurface.Of(Catalog.Assembly(assembly)!), MetadataSurface.Of(module));
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void References_only_what_the_listing_reaches(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(new MemoryStream(References[assembly].Image));
        var reachable = Reach(assembly).ToHashSet(StringComparer.Ordinal);
        Assert.All(module.AssemblyReferences, r => Assert.Contains(r.Name, reachable));
    }

    [Fact]
    public void Core_library_references_nothing()
    {
        using var module = ModuleDefinition.ReadModule(new MemoryStream(References["mscorlib"].Image));
        Assert.Empty(module.AssemblyReferences);
    }

    [Fact]
    public void What_a_listing_leaves_out_of_an_interface_is_implemented_explicitly()
    {
        using var module = ModuleDefinition.ReadModule(new MemoryStream(References["mscorlib"].Image));
        var array = module.GetType("System.Array");
        Assert.Contains("System.Object System.Collections.IList::get_Item(System.Int32)", array.Methods.SelectMany(m => m.Overrides).Select(o => o.FullName));
    }

    [Fact]
    public void Unknown_assembly_is_named() => Assert.Contains("Nowhere", Assert.Throws<KeyNotFoundException>(() => References["Nowhere"]).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_listed_assembly_is_in_a_pinned_package()
        => Assert.All(Catalog.Assemblies, a => Assert.Contains(Catalog.Packages, p => p.Id == a.Package && p.Assemblies.Contains(a.Assembly)));

    private static IEnumerable<string> Reach(string assembly)
        => Catalog.Assembly(assembly)!.References.SelectMany(r => Reach(r).Prepend(r));
}
