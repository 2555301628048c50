using Xunit;

namespace Tools.Tests.NanoGate;

/// <summary>Unit-test projects of the device have a form of their own.</summary>
public sealed class TestProjectTests : IDisposable
{
    private readonly DeviceProject project = new DeviceProject("NFUnitTest", null, "mscorlib", "nanoFramework.TestFramework", "nanoFramework.UnitTestLauncher")
        .With("Tests.cs", "using nanoFramework.TestFramework;\n[TestClass]\npublic class Tests { [TestMethod] public void One() { Assert.AreEqual(1, 1); } }")
        .Edit("<FileAlignment>", "<IsCodedUITest>False</IsCodedUITest><IsTestProject>true</IsTestProject><TestProjectType>UnitTest</TestProjectType><FileAlignment>")
        .Edit("<!-- projects -->", "<ProjectCapability Include=\"TestContainer\" />")
        .Edit("  <ItemGroup>\n    <!-- sources -->", "  <PropertyGroup>\n    <RunSettingsFilePath>$(MSBuildProjectDirectory)\\nano.runsettings</RunSettingsFilePath>\n  </PropertyGroup>\n  <ItemGroup>\n    <!-- sources -->")
        .Edit("version=\"3.0.80\"", "version=\"3.0.80\" developmentDependency=\"true\"", "packages.config");

    public TestProjectTests() => project.Write("nano.runsettings", "<RunSettings />");

    [Fact]
    public void Well_formed_test_project_passes() => Assert.Empty(project.Check().Findings);

    [Theory]
    [InlineData("<AssemblyName>NFUnitTest", "<AssemblyName>CoreTests", "the launcher loads NFUnitTest")]
    [InlineData("<OutputType>Library", "<OutputType>Exe", "OutputType is not Library")]
    [InlineData("TestProjectType>UnitTest", "TestProjectType>Other", "TestProjectType UnitTest")]
    [InlineData("TestContainer", "Other", "no ProjectCapability TestContainer")]
    [InlineData("nano.runsettings", "other.runsettings", "nano.runsettings")]
    [InlineData("<Reference Include=\"nanoFramework.UnitTestLauncher\">", "<Reference Include=\"mscorlib\">", "nanoFramework.UnitTestLauncher is not referenced")]
    public void Fault_is_found(string old, string broken, string says)
        => Assert.Contains(project.Edit(old, broken).Check().Findings, f => f.Code == "NG0111" && f.Message.Contains(says, StringComparison.Ordinal));

    [Fact]
    public void Test_framework_is_a_development_dependency()
        => Assert.Equal("NG0111", Assert.Single(project.Edit(" developmentDependency=\"true\"", "", "packages.config").Check().Findings).Code);

    public void Dispose() => project.Dispose();
}
