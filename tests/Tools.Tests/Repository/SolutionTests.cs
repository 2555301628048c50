using System.Text.RegularExpressions;
using Xunit;

namespace Tools.Tests.Repository;

/// <summary>One solution for everybody: Debug and Release build the PC half, Device builds the device projects.</summary>
public sealed partial class SolutionTests
{
    private static readonly string Solution = File.ReadAllText(Path.Combine(Checkout.Root, "Appliance.sln"));

    private static readonly Dictionary<string, string> Projects = Entry().Matches(Solution).ToDictionary(
        m => m.Groups["path"].Value.Replace('\\', '/'), m => m.Groups["id"].Value, StringComparer.Ordinal);

    [Fact]
    public void Holds_every_project_of_the_repository()
        => Assert.Equal(Checkout.Files("*.csproj").Concat(Checkout.Files("*.nfproj")).Order(StringComparer.Ordinal), Projects.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Device_projects_are_built_and_deployed_by_the_configuration_Device_alone()
    {
        foreach (var (path, id) in Projects.Where(p => p.Key.EndsWith(".nfproj", StringComparison.Ordinal)))
            Assert.Equal((path, "Device Build.0, Device Deploy.0"), (path, Steps(id)));
    }

    [Fact]
    public void Projects_of_the_PC_are_built_by_Debug_and_Release_alone()
    {
        foreach (var (path, id) in Projects.Where(p => p.Key.EndsWith(".csproj", StringComparison.Ordinal)))
            Assert.Equal((path, "Debug Build.0, Release Build.0"), (path, Steps(id)));
    }

    private static string Steps(string id) => string.Join(", ", Step().Matches(Solution)
        .Where(m => m.Groups["id"].Value == id)
        .Select(m => $"{m.Groups["configuration"].Value} {m.Groups["step"].Value}")
        .Order(StringComparer.Ordinal));

    [GeneratedRegex("""^Project\("[^"]+"\) = "[^"]+", "(?<path>[^"]+proj)", "(?<id>[^"]+)"\r?$""", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex("""^\s*(?<id>\{[^}]+\})\.(?<configuration>\w+)\|Any CPU\.(?<step>Build\.0|Deploy\.0) = """, RegexOptions.Multiline)]
    private static partial Regex Step();
}
