using NanoGate.Projects;

namespace NanoGate.Rules.Structure;

/// <summary>The form that the nanoFramework test adapter and its launcher look for.</summary>
internal static class TestProjectForm
{
    public static IEnumerable<Finding> Findings(NfProject project) => Faults(project).Select(f => RuleBook.TestProject.At(project.Path, 1, 1, f));

    private static IEnumerable<string> Faults(NfProject project)
    {
        var properties = NfProjectReader.Properties(project.Document);
        if (project.AssemblyName != "NFUnitTest")
            yield return $"AssemblyName is {project.AssemblyName}, but the launcher loads NFUnitTest";
        if (project.IsExecutable)
            yield return "OutputType is not Library";
        if (!properties.GetValueOrDefault("IsTestProject", "").Equals("true", StringComparison.OrdinalIgnoreCase) || properties.GetValueOrDefault("TestProjectType") != "UnitTest")
            yield return "IsTestProject true and TestProjectType UnitTest are not both set";
        if (!NfProjectReader.Items(project.Document, "ProjectCapability").Any(i => i.Attribute("Include")?.Value == "TestContainer"))
            yield return "there is no ProjectCapability TestContainer";
        if (!properties.GetValueOrDefault("RunSettingsFilePath", "").EndsWith("nano.runsettings", StringComparison.Ordinal) || !File.Exists(Path.Combine(project.Directory, "nano.runsettings")))
            yield return "RunSettingsFilePath does not lead to a nano.runsettings beside the project";
        foreach (var needed in new[] { "nanoFramework.TestFramework", "nanoFramework.UnitTestLauncher" })
            if (project.References.All(r => r.Name != needed))
                yield return $"{needed} is not referenced";
        if (PackagesConfig.Read(project.PackagesConfig).Any(e => e is { Id: "nanoFramework.TestFramework", IsDevelopmentDependency: false }))
            yield return "packages.config does not mark nanoFramework.TestFramework with developmentDependency=\"true\"";
    }
}
