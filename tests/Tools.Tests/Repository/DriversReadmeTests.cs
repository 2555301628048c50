using Ixp.Sites.Sensors;
using NanoGate;
using Xunit;

namespace Tools.Tests.Repository;

/// <summary>The README of the drivers tells of every part that a site file may hold, and of every reason that meta may tell.</summary>
public class DriversReadmeTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(RepositoryRoot.Find(AppContext.BaseDirectory), "firmware", "Drivers", "README.md"));

    public static TheoryData<string> Kinds => [.. SensorKind.All.Select(k => k.Name)];

    public static TheoryData<int> Reasons => [.. Enum.GetValues<Appliance.Core.Metrics.Quality>().Select(q => (int)q).Where(q => q != 0)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Has_a_row_for(string kind) => Assert.Contains($"\n| `{kind}` |", Text, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Explains_the_reason(int quality) =>
        Assert.Contains($"`{Appliance.Core.Metrics.QualityName.Of((Appliance.Core.Metrics.Quality)quality)}`", Text, StringComparison.Ordinal);
}
