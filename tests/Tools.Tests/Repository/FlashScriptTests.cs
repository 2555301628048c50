using System.Text.RegularExpressions;
using NanoGate;
using Xunit;

namespace Tools.Tests.Repository;

/// <summary>
/// No PowerShell runs here, so <c>flash.ps1</c> is kept so small that reading proves it, and to what Windows PowerShell 5.1 and
/// PowerShell 7 share.
/// </summary>
public partial class FlashScriptTests
{
    private static readonly string Script = File.ReadAllText(Path.Combine(RepositoryRoot.Find(AppContext.BaseDirectory), "flash.ps1")).ReplaceLineEndings("\n");

    private static readonly string Code = string.Join('\n', Script.Split('\n').Where(l => !l.TrimStart().StartsWith('#')));

    [Fact]
    public void It_is_short() => Assert.InRange(Code.Split('\n').Length, 1, 50);

    /// <summary>Windows PowerShell reads a file without a byte order mark by the code page of the system.</summary>
    [Fact]
    public void It_is_ASCII() => Assert.DoesNotContain(Script, c => c > 0x7E || (c < ' ' && c is not '\n'));

    [Theory]
    [InlineData("&&")]
    [InlineData("||")]
    [InlineData("??")]
    [InlineData("?.")]
    [InlineData("?[")]
    [InlineData("-Parallel")]
    [InlineData("$IsWindows")]
    [InlineData("$PSStyle")]
    [InlineData("-AsHashtable")]
    [InlineData("PSNativeCommand")]
    public void Nothing_is_used_that_only_the_newer_one_has(string construct) => Assert.DoesNotContain(construct, Code, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void It_has_no_conditional_expressions() => Assert.DoesNotMatch(Ternary(), Code);

    [Fact]
    public void Only_these_commands_are_called() => Assert.Equal(
        ["Find-MSBuild", "Get-Command", "Join-Path", "Test-Path", "Write-Host"],
        Command().Matches(Code).Select(m => m.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Fact]
    public void Brackets_and_quotes_are_closed()
    {
        foreach (var (open, close) in new[] { ('(', ')'), ('{', '}'), ('[', ']') })
            Assert.Equal(Code.Count(c => c == open), Code.Count(c => c == close));
        Assert.All(Code.Split('\n'), line => Assert.Equal(0, line.Count(c => c is '\'') % 2));
    }

    [GeneratedRegex(@"\?[^\n]*:", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ternary();

    [GeneratedRegex(@"(?<![\w'./\\-])[A-Z][a-z]+-[A-Z]\w+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Command();
}
