using NanoGate;
using Xunit;

namespace Tools.Tests.NanoGate;

/// <summary>A well-formed project passes; each single fault in it is found, and nothing else with it.</summary>
public sealed class ProjectStructureTests : IDisposable
{
    private const string Source = "namespace Sample { public class Work { public int One() { return 1; } } }";
    private readonly DeviceProject project = new DeviceProject(assemblies: ["mscorlib", "nanoFramework.System.Text", "System.IO.Streams"]).With("Work.cs", Source);

    [Fact]
    public void Well_formed_project_passes()
    {
        var report = project.Check();
        Assert.Empty(report.Findings);
        Assert.True(report.Passed);
    }

    [Theory]
    [InlineData("NG0101", "<!-- sources -->", "<Compile Include=\"Gone.cs\" />")]
    [InlineData("NG0102", "<Compile Include=\"Work.cs\" />", "")]
    [InlineData("NG0103", "<!-- sources -->", "<Compile Include=\"Work.cs\" />")]
    [InlineData("NG0104", "nanoFramework.System.Text.1.3.42\\lib", "nanoFramework.System.Text.1.3.41\\lib")]
    [InlineData("NG0104", "lib\\System.IO.Streams.dll", "lib\\netnano1.0\\System.IO.Streams.dll")]
    [InlineData("NG0109", "{11A8DD76-328B-46DF-9F39-F559912D0360};{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}", "{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC};{11A8DD76-328B-46DF-9F39-F559912D0360}")]
    [InlineData("NG0110", "Condition=\"Exists('$(NanoFrameworkProjectSystemPath)NFProjectSystem.props')\"", "")]
    [InlineData("NG0110", "Condition=\"Exists('$(NanoFrameworkProjectSystemPath)NFProjectSystem.props')\"", "Condition=\"Exists('other.props')\"")]
    [InlineData("NG0110", "NFProjectSystem.CSharp.targets", "Other.targets")]
    [InlineData("NG0110", "Label=\"Globals\"", "")]
    [InlineData("NG0112", "<LangVersion>10.0</LangVersion>", "")]
    [InlineData("NG0113", "<FileAlignment>", "<NoWarn>0618</NoWarn><FileAlignment>")]
    [InlineData("NG0113", "<FileAlignment>", "<CheckForOverflowUnderflow>true</CheckForOverflowUnderflow><FileAlignment>")]
    [InlineData("NG0113", "<FileAlignment>", "<TreatWarningsAsErrors>false</TreatWarningsAsErrors><FileAlignment>")]
    [InlineData("NG0114", "v1.0</TargetFrameworkVersion>", "v2.0</TargetFrameworkVersion>")]
    [InlineData("NG0114", "<None Include=\"packages.config\" />", "")]
    [InlineData("NG0114", "<ProjectConfigurationsDeclaredAsItems />", "")]
    public void Fault_in_the_project_is_found(string code, string old, string broken) => AssertOnly(code, project.Edit(old, broken));

    [Theory]
    [InlineData("NG0106", "version=\"1.17.11\"", "version=\"1.17.10\"", "pinned is 1.17.11")]
    [InlineData("NG0106", "nanoFramework.CoreLibrary", "nanoFramework.Corelib", "not in Packages.json")]
    [InlineData("NG0107", "netnano1.0", "netnanoframework10", "targetFramework")]
    public void Fault_in_the_packages_is_found(string code, string old, string broken, string says)
        => Assert.Contains(project.Edit(old, broken, "packages.config").Check().Findings, f => f.Code == code && f.Message.Contains(says, StringComparison.Ordinal));

    [Fact]
    public void Newer_language_is_refused_twice() // by the setting, and by the attribute that the compiler embeds
        => Assert.Equal(["NG0112", "NG0204"], project.Edit("10.0</LangVersion>", "11.0</LangVersion>").Check().Findings.Select(f => f.Code).Order());

    [Fact]
    public void Missing_dependency_is_named()
    {
        using var lacking = new DeviceProject(assemblies: ["mscorlib", "System.IO.Streams"]).With("Work.cs", Source);
        var finding = Assert.Single(lacking.Check().Findings);
        Assert.Equal("NG0108", finding.Code);
        Assert.Contains("System.IO.Streams needs nanoFramework.System.Text", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reference_without_listing_is_refused()
    {
        project.Edit("<!-- projects -->", "<Reference Include=\"nanoFramework.Graphics\"><HintPath>..\\packages\\nanoFramework.Graphics.1.0.0\\lib\\nanoFramework.Graphics.dll</HintPath></Reference>");
        Assert.Equal(["NG0104", "NG0105"], project.Check().Findings.Select(f => f.Code).Order());
    }

    [Theory]
    [InlineData("..\\packages", 0)]
    [InlineData("..\\..\\packages", 3)]
    public void Packages_lie_beside_the_solution(string folder, int findings)
    {
        File.WriteAllText(Path.Combine(project.Root, "Appliance.sln"), "");
        var report = project.Edit("..\\packages", folder).Check();
        Assert.Equal(Enumerable.Repeat("NG0104", findings), report.Findings.Select(f => f.Code));
    }

    [Fact]
    public void Feature_that_the_library_does_not_carry_is_explained()
    {
        project.With("Bad.cs", "class Bad { public int? None() { return 1; } }");
        Assert.Contains("write it without", project.Check().Findings.First().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Member_without_listing_is_a_compile_error_with_its_place()
    {
        project.With("Bad.cs", "class Bad\n{\n    public void Run(string s) { s.Replace('a', 'b'); }\n}\n");
        var finding = Assert.Single(project.Check().Findings);
        Assert.Equal($"{Path.Combine(project.Folder, "Bad.cs")}(3,35): error CS1061", finding.ToString()[..(finding.ToString().IndexOf("CS1061", StringComparison.Ordinal) + 6)]);
    }

    [Fact]
    public void Assembly_that_is_not_referenced_cannot_be_used()
    {
        project.With("Bad.cs", "class Bad { System.Collections.Hashtable t = null; public object T() { return t; } }");
        Assert.Equal("CS0234", Assert.Single(project.Check().Findings).Code);
    }

    private static void AssertOnly(string code, DeviceProject broken) => Assert.Equal(code, Assert.Single(broken.Check().Findings).Code);

    public void Dispose() => project.Dispose();
}
