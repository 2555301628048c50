using NanoGate.Api;
using NanoGate.Projects;

namespace NanoGate.Rules.Structure;

/// <summary>Findings about a project as a file: what Visual Studio, the package restore and the image build need.</summary>
public static class ProjectCheck
{
    /// <param name="siblings">The projects it references.</param>
    public static IReadOnlyList<Finding> Findings(NfProject project, IReadOnlyList<NfProject> siblings, ApiCatalog catalog) =>
    [
        .. CompileItems.Findings(project),
        .. ProjectSystem.Findings(project),
        .. PackageReferences.Findings(project, catalog),
        .. Dependencies.Findings(project, siblings, catalog),
        .. project.IsTest ? TestProjectForm.Findings(project) : [],
    ];
}
