using System.Diagnostics;
using NanoGate;

var root = RepositoryRoot.Find(Environment.CurrentDirectory);
string[] projects = args is [_, ..] ? args : [.. RepositoryRoot.DeviceProjects(root)];
if (projects.Length == 0)
{
    Console.Error.WriteLine($"There is no .nfproj under {root}. Name one, or run inside the repository.");
    return 2;
}

var watch = Stopwatch.StartNew();
var report = Gate.Check(projects);
foreach (var finding in report.Findings)
    Console.WriteLine(finding.ToString(relativeTo: root));
foreach (var project in report.Projects)
    Console.WriteLine($"{(project.Passed ? "passed " : "refused")} {project.AssemblyName,-24} {project.Size.Files,4} files {project.Size.Types,5} types "
        + $"{project.Size.Methods,6} methods {project.IlBytes,8} bytes of IL {project.Findings.Count,4} findings");
Console.WriteLine($"{report.Projects.Count} projects in {watch.Elapsed.TotalSeconds:F1} s");
return report.Passed ? 0 : 1;
