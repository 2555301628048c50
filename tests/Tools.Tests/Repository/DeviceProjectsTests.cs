using NanoGate;
using Xunit;

namespace Tools.Tests.Repository;

/// <summary>The repository's own device projects.</summary>
public sealed class DeviceProjectsTests
{
    /// <summary>Sources, Compile items, references, packages and listings agree; the gate names each that does not.</summary>
    [Fact]
    public void All_pass_the_gate()
    {
        var projects = RepositoryRoot.DeviceProjects(Checkout.Root).ToList();
        var report = Gate.Check(projects);
        Assert.Empty(report.Findings.Select(f => f.ToString(Checkout.Root)));
        Assert.Equal(["Appliance.App", "Appliance.Core", "Appliance.Drivers", "NFUnitTest"], report.Projects.Select(p => p.AssemblyName).Order(StringComparer.Ordinal));
    }
}
