using System.Xml.Linq;
using NanoGate.Projects;

namespace NanoGate.Rules.Structure;

/// <summary>What the nanoFramework project system wants to see in the XML.</summary>
internal static class ProjectSystem
{
    private const string TypeGuids = "{11A8DD76-328B-46DF-9F39-F559912D0360};{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}";
    private static readonly string[] ImportOrder = ["NFProjectSystem.Default.props", "NFProjectSystem.props", "NFProjectSystem.CSharp.targets"];

    /// <summary>Settings that change what the compiler reports or how arithmetic works.</summary>
    private static readonly Dictionary<string, string> Forbidden = new(StringComparer.OrdinalIgnoreCase)
    {
        ["NoWarn"] = "", ["WarningsNotAsErrors"] = "", ["TreatWarningsAsErrors"] = "true", ["CheckForOverflowUnderflow"] = "false", ["Nullable"] = "disable",
    };

    public static IEnumerable<Finding> Findings(NfProject project)
    {
        var properties = NfProjectReader.Properties(project.Document);
        if (!properties.GetValueOrDefault("ProjectTypeGuids", "").Replace(" ", "", StringComparison.Ordinal).Equals(TypeGuids, StringComparison.OrdinalIgnoreCase))
            yield return At(project, RuleBook.ProjectType, Element(project, "ProjectTypeGuids"), "ProjectTypeGuids");
        if (project.LangVersion is not ("9.0" or "9" or "10.0" or "10"))
            yield return At(project, RuleBook.LanguageVersion, Element(project, "LangVersion"), $"LangVersion is {project.LangVersion ?? "not set"}");
        foreach (var (name, harmless) in Forbidden)
            if (properties.TryGetValue(name, out var value) && !value.Equals(harmless, StringComparison.OrdinalIgnoreCase))
                yield return At(project, RuleBook.ForbiddenProperty, Element(project, name), $"{name} is {value}");
        foreach (var missing in Basics(project, properties))
            yield return At(project, RuleBook.ProjectBasics, null, missing);
        if (ImportFault(project) is { } fault)
            yield return At(project, RuleBook.Imports, fault.Where, fault.What);
    }

    private static IEnumerable<string> Basics(NfProject project, Dictionary<string, string> properties)
    {
        if (properties.GetValueOrDefault("TargetFrameworkVersion") != "v1.0")
            yield return "TargetFrameworkVersion is not v1.0";
        if (!Guid.TryParse(properties.GetValueOrDefault("ProjectGuid"), out _))
            yield return "ProjectGuid is missing or no GUID";
        if (project.OutputType is not ("Exe" or "Library"))
            yield return $"OutputType is {project.OutputType}, neither Exe nor Library";
        if (!NfProjectReader.Items(project.Document, "None").Any(i => i.Attribute("Include")?.Value == "packages.config"))
            yield return "there is no None item for packages.config";
        if (!project.Document.Descendants().Any(e => e.Name.LocalName == "ProjectConfigurationsDeclaredAsItems"))
            yield return "ProjectExtensions holds no ProjectCapabilities with ProjectConfigurationsDeclaredAsItems";
    }

    private static (XObject? Where, string What)? ImportFault(NfProject project)
    {
        var children = project.Document.Root!.Elements().ToList();
        int[] at = [.. ImportOrder.Select(name => children.FindIndex(e => IsImportOf(e, name)))];
        if (Array.IndexOf(at, -1) is >= 0 and var missing)
            return (null, $"{ImportOrder[missing]} is not imported");
        foreach (var import in at.Select(i => children[i]))
            if (import.Attribute("Condition")?.Value.Replace(" ", "", StringComparison.Ordinal) != $"Exists('{import.Attribute("Project")!.Value}')")
                return (import, "the import is not guarded by Exists on its own path");
        var globals = children.FindIndex(e => e.Attribute("Label")?.Value == "Globals" && e.Elements().Any(p => p.Name.LocalName == "NanoFrameworkProjectSystemPath"));
        var main = children.FindIndex(e => e.Name.LocalName == "PropertyGroup" && e.Elements().Any(p => p.Name.LocalName == "AssemblyName"));
        int[] order = [globals, at[0], main, at[1], at[2]];
        if (globals < 0)
            return (null, "there is no property group labelled Globals with NanoFrameworkProjectSystemPath");
        return order.SequenceEqual(order.Order()) && children.FindLastIndex(e => e.Name.LocalName == "Import") == at[2] ? null : (children[at[0]], "the imports are out of order");
    }

    private static bool IsImportOf(XElement element, string name)
        => element.Name.LocalName == "Import" && element.Attribute("Project")?.Value.EndsWith(")" + name, StringComparison.Ordinal) == true;

    private static XElement? Element(NfProject project, string property) => project.Document.Descendants().LastOrDefault(e => e.Name.LocalName == property);

    private static Finding At(NfProject project, Rule rule, XObject? where, string what)
        => rule.At(project.Path, where is null ? 1 : NfProjectReader.Line(where), 1, what);
}
