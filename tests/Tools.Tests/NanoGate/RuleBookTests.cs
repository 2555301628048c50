using NanoGate.Rules;
using Xunit;

namespace Tools.Tests.NanoGate;

/// <summary>Rules are told apart by their code and explained to the reader.</summary>
public sealed class RuleBookTests
{
    [Fact]
    public void Codes_are_unique() => Assert.Distinct(RuleBook.All.Select(r => r.Code));

    [Fact]
    public void Every_rule_stands_in_the_readme()
    {
        var readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "GateData", "README.md"));
        Assert.All(RuleBook.All, r => Assert.Contains(r.Code, readme, StringComparison.Ordinal));
    }
}
