using System.Xml;
using System.Xml.Linq;

namespace NanoGate.Projects;

/// <summary>
/// Reads the plain XML of a .nfproj. MSBuild itself would need the nanoFramework project system, which is
/// only on machines with Visual Studio.
/// </summary>
public static class NfProjectReader
{
    /// <exception cref="InvalidDataException">The file is missing, is no XML or lacks what a project cannot do without; the message says where.</exception>
    public static NfProject Read(string path)
    {
        path = Path.GetFullPath(path);
        var document = Load(path);
        var properties = Properties(document);
        return new(path, document)
        {
            AssemblyName = properties.GetValueOrDefault("AssemblyName") is { Length: > 0 } name ? name
                : throw new InvalidDataException($"{path}(1,1): the project has no AssemblyName; add one to its main PropertyGroup."),
            OutputType = properties.GetValueOrDefault("OutputType", "Library"),
            LangVersion = properties.GetValueOrDefault("LangVersion"),
            Defines = [.. properties.GetValueOrDefault("DefineConstants", "").Split([';', ' '], StringSplitOptions.RemoveEmptyEntries).Where(d => d[0] != '$')],
            AllowUnsafe = properties.GetValueOrDefault("AllowUnsafeBlocks", "").Equals("true", StringComparison.OrdinalIgnoreCase),
            IsTest = properties.ContainsKey("IsTestProject") || properties["AssemblyName"] == "NFUnitTest" || Items(document, "ProjectCapability").Any(),
            Compile = [.. Items(document, "Compile").Select(i => new CompileItem(Absolute(path, Include(path, i)), Line(i)))],
            References = [.. Items(document, "Reference").Select(i => new AssemblyReference(
                Include(path, i).Split(',')[0].Trim(), Child(i, "HintPath") is { } hint ? Platform(hint) : null, Line(i)))],
            ProjectReferences = [.. Items(document, "ProjectReference").Select(i => new ProjectReference(Absolute(path, Include(path, i)), Line(i)))],
        };
    }

    /// <summary>The last value of each property of the Release configuration.</summary>
    internal static Dictionary<string, string> Properties(XDocument document)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in document.Root!.Elements().Where(e => e.Name.LocalName == "PropertyGroup" && !IsDebugOnly(e)).Elements())
            if (!IsDebugOnly(property))
                values[property.Name.LocalName] = property.Value.Trim();
        return values;
    }

    internal static IEnumerable<XElement> Items(XDocument document, string kind)
        => document.Root!.Elements().Where(e => e.Name.LocalName == "ItemGroup").Elements().Where(e => e.Name.LocalName == kind);

    internal static int Line(XObject node) => ((IXmlLineInfo)node).LineNumber;

    /// <summary>Project files are written with backslashes.</summary>
    internal static string Platform(string path) => path.Trim().Replace('\\', Path.DirectorySeparatorChar);

    internal static XDocument Load(string path)
    {
        try
        {
            return XDocument.Load(path, LoadOptions.SetLineInfo);
        }
        catch (XmlException e)
        {
            throw new InvalidDataException($"{path}({e.LineNumber},{e.LinePosition}): not well-formed XML: {e.Message}", e);
        }
        catch (IOException e)
        {
            throw new InvalidDataException($"{path}(1,1): cannot be read: {e.Message}", e);
        }
    }

    private static string? Child(XElement item, string name) => item.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value;

    private static string Include(string path, XElement item) => item.Attribute("Include")?.Value is { Length: > 0 } include ? include
        : throw new InvalidDataException($"{path}({Line(item)},1): the {item.Name.LocalName} item has no Include.");

    private static string Absolute(string project, string include) => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(project)!, Platform(include)));

    private static bool IsDebugOnly(XElement element)
        => element.Attribute("Condition")?.Value is { } condition && condition.Contains("'Debug", StringComparison.OrdinalIgnoreCase);
}
