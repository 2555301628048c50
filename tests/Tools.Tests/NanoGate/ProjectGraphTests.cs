using Mono.Cecil;
using NanoGate;
using Xunit;

namespace Tools.Tests.NanoGate;

/// <summary>Several projects together, and what the gate hands on of them.</summary>
public sealed class ProjectGraphTests : IDisposable
{
    private readonly DeviceProject core = new DeviceProject("Core").With("Sum.cs", "namespace Core { public static class Sum { public static int Of(int a, int b) { return a + b; } } }");
    private readonly DeviceProject app;

    public ProjectGraphTests()
        => app = new DeviceProject("App", core.Root).Referencing(core).With("Program.cs", "public static class Program\n{\n    public static void Main()\n    {\n        Core.Sum.Of(1, 2);\n    }\n}\n")
            .Edit("<OutputType>Library", "<OutputType>Exe");

    [Fact]
    public void Projects_come_in_the_order_of_their_references()
    {
        var report = app.Check();
        Assert.Empty(report.Findings);
        Assert.Equal(["Core", "App"], report.Projects.Select(p => p.AssemblyName));
    }

    [Fact]
    public void Image_references_the_sibling_and_the_device_core_library_alone()
    {
        using var module = ModuleDefinition.ReadModule(new MemoryStream(app.Check()["App"].Image!));
        Assert.Equal(["Core", "mscorlib"], module.AssemblyReferences.Select(r => r.Name).Order());
        Assert.Equal("Main", module.EntryPoint.Name);
    }

    [Fact]
    public void Attribute_may_hold_an_enum_of_a_sibling()
    {
        core.With("Kind.cs", "namespace Core { public enum Kind { One = 1 } public sealed class Marked : System.Attribute { public Marked(object kind, string text) { } } }");
        app.With("Marks.cs", "[Core.Marked(Core.Kind.One, \"a\")] public class Sound { }\n[Core.Marked(Core.Kind.One, \"a\\0\")] public class Cut { }");
        var finding = Assert.Single(app.Check().Findings);
        Assert.Contains("Cut", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Symbols_hold_absolute_source_paths()
    {
        var compiled = app.Check()["App"];
        using var module = ModuleDefinition.ReadModule(new MemoryStream(compiled.Image!), new() { ReadSymbols = true, SymbolStream = new MemoryStream(compiled.Pdb!) });
        var point = module.EntryPoint.DebugInformation.SequencePoints.First(p => !p.IsHidden);
        Assert.Equal(Path.Combine(app.Folder, "Program.cs"), point.Document.Url);
        Assert.Equal(5, point.StartLine);
    }

    [Fact]
    public void Counts_are_those_of_the_output()
        => Assert.Equal(new CodeSize(Files: 1, Types: 1, Methods: 1, IlBytes: 4), core.Check()["Core"].Size);

    [Fact]
    public void Estimate_of_the_device_image_counts_records_names_and_code()
    {
        int before = ImageEstimate.Of(core.Check()["Core"].Image!);
        core.With("Noop.cs", "namespace Core { public static class Noop { public static void Do() { } } }");
        int type = 24 + "Noop ".Length;
        int method = 16 + 2 + 1 + "Do ".Length;
        Assert.Equal(before + type + method, ImageEstimate.Of(core.Check()["Core"].Image!));
    }

    [Fact]
    public void Same_sources_give_the_same_image() => Assert.Equal(app.Check()["App"].Image!, app.Check()["App"].Image!);

    [Fact]
    public void Broken_dependency_is_named_once()
    {
        core.With("Bad.cs", "class Bad { Nothing n; }");
        var report = app.Check();
        Assert.Equal(["CS0246", "NG0001"], report.Findings.Select(f => f.Code).Where(c => c != "CS0169"));
        Assert.Null(report["App"].Image);
    }

    [Fact]
    public void What_a_referenced_project_references_must_be_referenced_as_well()
    {
        using var text = new DeviceProject("Text", core.Root, "mscorlib", "nanoFramework.System.Text").With("Name.cs", "namespace Text { public static class Name { } }");
        var finding = Assert.Single(app.Referencing(text).Check().Findings);
        Assert.Equal("NG0108", finding.Code);
        Assert.Contains("Text needs nanoFramework.System.Text", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Circle_is_refused()
    {
        core.Referencing(app);
        Assert.Contains("App.nfproj -> Core.nfproj -> App.nfproj", Assert.Single(app.Check().Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_project_is_named()
    {
        app.Edit("..\\Core\\Core.nfproj", "..\\Cora\\Cora.nfproj");
        Assert.Contains("Cora.nfproj does not exist", Assert.Single(app.Check().Findings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<Project><PropertyGroup>", 1)]
    [InlineData("", 0)]
    [InlineData("<Project />", 1)]
    [InlineData("<Project>\n<PropertyGroup><AssemblyName>A</AssemblyName></PropertyGroup>\n<ItemGroup>\n<Compile /></ItemGroup></Project>", 4)]
    public void Unreadable_project_is_a_finding_with_its_place(string text, int line)
    {
        var file = app.Write("App.nfproj", text);
        var finding = Assert.Single(Gate.Check(file).Findings);
        Assert.Equal(("NG0002", file, line), (finding.Code, finding.File, finding.Line));
    }

    [Fact]
    public void Absent_project_is_a_finding() => Assert.Equal("NG0002", Assert.Single(Gate.Check(Path.Combine(core.Root, "No.nfproj")).Findings).Code);

    public void Dispose() => core.Dispose();
}
