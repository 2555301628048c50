using System.Diagnostics;
using Mono.Cecil;
using NanoGate;
using Xunit;

namespace Tools.Tests.NanoGate;

/// <summary>A build carries the version that git tells, on the device as on the virtual board, and is the same whoever builds it.</summary>
public sealed class VersionStampTests : IDisposable
{
    private static readonly string Root = RepositoryRoot.Find(AppContext.BaseDirectory);

    private readonly string _folder = Directory.CreateTempSubdirectory("version-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("v1.2.0", "1.2.0")]
    [InlineData("v1.2.0-4-g0badcafe-dirty", "1.2.0-4-g0badcafe-dirty")]
    [InlineData("0badcafe", "0.1.0+0badcafe")]
    [InlineData(null, "0.1.0")]
    public void Version_is_compiled_in(string? described, string expected)
    {
        using var app = Compiled(Root, described);
        Assert.Equal(expected, app.GetType("Appliance.App.Version").Fields.Single(f => f.Name is "Text").Constant);
    }

    [Fact]
    public void Device_project_stamps_as_the_gate_does()
    {
        Run("dotnet", "msbuild", Path.Combine(Root, "firmware", "App", "App.nfproj"), "-t:StampVersion", $"-p:IntermediateOutputPath={_folder}/", "-nologo");
        string described = Run("git", "-C", Root, "describe", "--tags", "--match", "v*", "--always", "--dirty").Trim();
        using var app = Compiled(Root, described);

        string text = (string)app.GetType("Appliance.App.Version").Fields.Single(f => f.Name is "Text").Constant;
        Assert.Contains($"const string Text = \"{text}\";", File.ReadAllText(Path.Combine(_folder, "Version.cs")), StringComparison.Ordinal);
    }

    [Fact]
    public void Same_sources_in_another_folder_make_the_same_code()
    {
        CopyFolder(Path.Combine(Root, "firmware"), Path.Combine(_folder, "firmware"));
        using var here = Compiled(Root, "v1.2.0");
        using var there = Compiled(_folder, "v1.2.0");

        Assert.Equal(CodeOf(here), CodeOf(there));
    }

    private static ModuleDefinition Compiled(string root, string? described)
    {
        var report = Gate.Check(described is null ? null : new VersionStamp(described), [Path.Combine(root, "firmware", "App", "App.nfproj")]);
        return ModuleDefinition.ReadModule(new MemoryStream(report.Projects.Single(p => p.AssemblyName is "Appliance.App").Image!));
    }

    /// <summary>Without what names the symbols, which hold paths and never reach a device.</summary>
    private static byte[] CodeOf(ModuleDefinition module)
    {
        module.Mvid = Guid.Empty;
        using var stream = new MemoryStream();
        module.Write(stream, new WriterParameters { Timestamp = 0 });
        return stream.ToArray();
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
        return output;
    }
}
