namespace NanoGate.Projects;

/// <summary>Sorts projects so that each stands behind those it references.</summary>
public static class ProjectOrder
{
    /// <summary>Reads the projects and all they reference, each once, dependencies first.</summary>
    /// <exception cref="InvalidDataException">A project cannot be read, or projects reference each other in a circle.</exception>
    public static IReadOnlyList<NfProject> Of(IEnumerable<string> paths)
    {
        var order = new List<NfProject>();
        var open = new List<string>();
        foreach (var path in paths)
            Visit(Path.GetFullPath(path));
        return order;

        void Visit(string path)
        {
            if (order.Any(p => p.Path == path))
                return;
            if (open.Contains(path))
                throw new InvalidDataException($"{path}(1,1): the projects reference each other in a circle: {string.Join(" -> ", open.Append(path).Select(Path.GetFileName))}.");
            open.Add(path);
            var project = NfProjectReader.Read(path);
            foreach (var reference in project.ProjectReferences)
                Visit(File.Exists(reference.Path) ? reference.Path
                    : throw new InvalidDataException($"{path}({reference.Line},1): the referenced project {reference.Path} does not exist."));
            open.Remove(path);
            order.Add(project);
        }
    }
}
