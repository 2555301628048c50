using NanoGate;
using VirtualBoard;
using VirtualBoard.Hosting;
using VirtualBoard.Weaving;
using Xunit;

namespace Tools.Tests.Weaver;

/// <summary>A little firmware: compiled by the gate as the device would, then woven.</summary>
internal static class Fixture
{
    private static readonly string[] References = ["mscorlib", "nanoFramework.System.Text", "System.Device.Gpio", "System.IO.Streams", "System.IO.FileSystem"];

    /// <summary>The engine, and this assembly for the stand-ins.</summary>
    private static readonly string[] Api = [typeof(Board).Assembly.Location, typeof(Fixture).Assembly.Location];

    /// <param name="program">Members of a class Program.</param>
    /// <param name="more">Further types.</param>
    public static FirmwareImage Image(string program, string more = "")
    {
        var result = Weave(program, more);
        Assert.Empty(result.Findings);
        return new FirmwareImage("Fixture", [.. result.Assemblies.Select(a => new FirmwareAssembly(a.Name, a.Image, a.Symbols))]);
    }

    public static WeaveResult Weave(string program, string more = "") =>
        Weave(Compile(program, more));

    public static WeaveResult Weave(DeviceAssembly assembly) => new FirmwareWeaver(Api).Weave([assembly]);

    /// <summary>What a static method of Program returns.</summary>
    public static object? Call(FirmwareImage image, string method, params object[] arguments) =>
        image.LoadCopy().GetType("Program", throwOnError: true)!.GetMethod(method)!
            .Invoke(null, System.Reflection.BindingFlags.DoNotWrapExceptions, null, arguments, null);

    public static DeviceAssembly Compile(string program, string more = "")
    {
        string main = program.Contains(" Main(", StringComparison.Ordinal) ? "" : "public static void Main() { }";
        var directory = Directory.CreateTempSubdirectory("fixture");
        try
        {
            string project = Path.Combine(directory.FullName, "Fixture.nfproj");
            File.WriteAllText(project, Project());
            File.WriteAllText(Path.Combine(directory.FullName, "Program.cs"), $$"""
                using System; using System.Collections; using System.Threading; using System.Device.Gpio; using System.IO;
                public static class Program
                {
                {{program}}
                {{main}}
                }
                {{more}}
                """);
            var compiled = Gate.Check(project)["Fixture"];
            Assert.True(compiled.Image is not null, string.Join('\n', compiled.Findings));
            return new DeviceAssembly("Fixture", compiled.Image, compiled.Pdb!);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static string Project() => $"""
        <Project xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <AssemblyName>Fixture</AssemblyName>
            <LangVersion>10.0</LangVersion>
          </PropertyGroup>
          <ItemGroup>
            <Compile Include="Program.cs" />
            {string.Concat(References.Select(r => $"<Reference Include=\"{r}\" />"))}
          </ItemGroup>
        </Project>
        """;
}
