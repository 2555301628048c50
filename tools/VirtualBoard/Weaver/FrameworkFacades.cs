using Mono.Cecil;

namespace VirtualBoard.Weaving;

/// <summary>
/// Which .NET assembly a C# project references for a type: the one that the compiler sees (System.Runtime), not the one that
/// implements it (System.Private.CoreLib), so that C# projects can use woven assemblies as ordinary references.
/// </summary>
internal sealed class FrameworkFacades
{
    private static readonly string[] CatchAlls = ["mscorlib", "netstandard", "System", "System.Core", "WindowsBase"];

    private readonly Dictionary<string, AssemblyNameReference> _homes = new(StringComparer.Ordinal);

    /// <param name="directory">Where the shared framework lies.</param>
    public FrameworkFacades(string directory)
    {
        var files = Directory.GetFiles(directory, "System.*.dll");
        Array.Sort(files, StringComparer.Ordinal);
        foreach (string file in files)
        {
            string name = Path.GetFileNameWithoutExtension(file);
            if (!name.StartsWith("System.Private.", StringComparison.Ordinal) && !CatchAlls.Contains(name) && IsManaged(file))
                Add(file);
        }
    }

    public AssemblyNameReference? Find(string fullName) => _homes.GetValueOrDefault(fullName);

    private static bool IsManaged(string file)
    {
        try
        {
            System.Reflection.AssemblyName.GetAssemblyName(file);
            return true;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }

    private void Add(string file)
    {
        using var module = ModuleDefinition.ReadModule(file);
        var home = module.Assembly.Name;
        foreach (var type in module.Types)
        {
            // A definition wins over the forwarders that older facades keep.
            if (type.IsPublic)
                _homes[type.FullName] = home;
        }

        foreach (var forwarded in module.ExportedTypes)
        {
            if (forwarded.DeclaringType is null && (home.Name == "System.Runtime" || !_homes.ContainsKey(forwarded.FullName)))
                _homes[forwarded.FullName] = home;
        }
    }
}
