using Ixp.Sites.Fields;
using Ixp.Sites.Targets;
using Xunit;

namespace Tools.Tests.Repository;

/// <summary>Whoever writes a site file finds each kind of targets in the README, with its keys and their defaults.</summary>
public sealed class SitesReadmeTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Checkout.Root, "board-configs", "README.md"));

    public static TheoryData<string> Kinds => [.. TargetKind.All.Select(k => k.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Has_a_row_with_the_keys_of(string name)
    {
        var kind = TargetKind.Of(name);
        string row = Row(name);

        Assert.Contains($"| {kind.Sentence.Split(';')[0]} |", row, StringComparison.Ordinal);
        foreach (var field in kind.Own.Prepend(kind.Port))
        {
            string told = field.Schema()["default"] switch { null => "", var value when field is NumberField => $" ({value})", var value => $" (`{value}`)" };
            Assert.Contains($"`{field.Key}`{told}", row, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Has_a_row_with_the_default_of_each_key_that_all_have()
    {
        Assert.Contains($"| {TargetFields.Period.Fallback} |", Row(TargetFields.Period.Key), StringComparison.Ordinal);
        Assert.Contains($"| {TargetFields.Timeout.Fallback} |", Row(TargetFields.Timeout.Key), StringComparison.Ordinal);
        Assert.Contains($"`{TargetFields.FlapStop.Key}` | {TargetFields.FlapStart.Fallback}, {TargetFields.FlapStop.Fallback} |", Row(TargetFields.FlapStart.Key), StringComparison.Ordinal);
        foreach (var field in TargetFields.Judgement.Except([TargetFields.FlapStart, TargetFields.FlapStop]))
            Assert.Contains($"| {field.Schema()["default"]} |", Row(field.Key), StringComparison.Ordinal);
    }

    /// <summary>Among the targets: sensors have keys of the same name.</summary>
    private static string Row(string first) => Assert.Single(
        Lines.SkipWhile(l => l is not "## Targets of a site").TakeWhile(l => l is not "## Ports of a site"), l => l.StartsWith($"| `{first}`", StringComparison.Ordinal));
}
