using System.Globalization;
using System.Text;
using NanoGate.Api;
using NanoGate;
using Xunit;

namespace Tools.Tests.NanoGate;

/// <summary>A well-formed device project in a directory of its own, for tests to compile or to break.</summary>
internal sealed class DeviceProject : IDisposable
{
    private static readonly ApiCatalog Catalog = ApiCatalog.Load();
    private readonly string name;
    private readonly bool ownsRoot;

    public DeviceProject(string name = "Sample", string? root = null, params string[] assemblies)
    {
        this.name = name;
        ownsRoot = root is null;
        Root = root ?? Directory.CreateTempSubdirectory("gate-").FullName;
        Folder = Directory.CreateDirectory(Path.Combine(Root, name)).FullName;
        References = assemblies is [_, ..] ? assemblies : ["mscorlib"];
        Write($"{name}.nfproj", ProjectText());
        Write("packages.config", PackagesText());
    }

    public string Root { get; }
    public string Folder { get; }
    public string ProjectFile => Path.Combine(Folder, $"{name}.nfproj");
    public IReadOnlyList<string> References { get; }

    public string Write(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Adds a source file together with its Compile item.</summary>
    public DeviceProject With(string file, string text)
    {
        Write(file, text);
        return Edit("<!-- sources -->", $"<!-- sources -->\n    <Compile Include=\"{file}\" />");
    }

    /// <summary>Replaces text in the project file; the text must be there.</summary>
    public DeviceProject Edit(string old, string replacement, string? file = null)
    {
        var path = file is null ? ProjectFile : Path.Combine(Folder, file);
        var text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, replacement, StringComparison.Ordinal));
        return this;
    }

    public DeviceProject Referencing(DeviceProject other)
        => Edit("<!-- projects -->", $"<!-- projects --><ProjectReference Include=\"..\\{other.name}\\{other.name}.nfproj\" />");

    public GateReport Check() => Gate.Check(ProjectFile);

    public void Dispose()
    {
        if (ownsRoot)
            Directory.Delete(Root, recursive: true);
    }

    private static PackagePin Package(string assembly)
        => Catalog.Packages.First(p => p.Holds(assembly));

    private string ProjectText()
    {
        var references = new StringBuilder();
        foreach (var assembly in References)
            references.Append(CultureInfo.InvariantCulture, $"""
                    <Reference Include="{assembly}">
                      <HintPath>..\packages\{Package(assembly).Id}.{Package(assembly).Version}\lib\{assembly}{(Package(assembly).IsTool(assembly) ? ".exe" : ".dll")}</HintPath>
                      <Private>True</Private>
                    </Reference>

                """);
        return File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "GateData", "Template.nfproj.txt"))
            .Replace("$name$", name, StringComparison.Ordinal)
            .Replace("<!-- references -->", references.ToString(), StringComparison.Ordinal);
    }

    private string PackagesText()
        => "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<packages>\n" + string.Concat(References.Select(Package).Distinct().Select(p =>
            $"  <package id=\"{p.Id}\" version=\"{p.Version}\" targetFramework=\"netnano1.0\" />\n")) + "</packages>\n";
}
