using System.Text.RegularExpressions;
using Xunit;

namespace Tools.Tests.Repository;

/// <summary>The page on security has a row for each provision of ETSI EN 303 645, and what it points to is there.</summary>
public sealed partial class SecurityDocumentTests
{
    private static readonly string Folder = Path.Combine(Checkout.Root, ".github");
    private static readonly string Text = File.ReadAllText(Path.Combine(Folder, "SECURITY.md"));

    /// <summary>How many provisions each section of V2.1.1 has.</summary>
    private static readonly (string Section, int Count)[] Sections =
    [
        ("5.1", 5), ("5.2", 3), ("5.3", 16), ("5.4", 4), ("5.5", 8), ("5.6", 9), ("5.7", 2), ("5.8", 3), ("5.9", 3), ("5.10", 1), ("5.11", 4), ("5.12", 3), ("5.13", 1), ("6", 5),
    ];

    public static TheoryData<string> Documents => [".github/SECURITY.md", "tools/Ixp/Enroll/README.md"];

    [Fact]
    public void Each_provision_has_a_row_and_a_verdict() => Assert.Equal(
        Sections.SelectMany(s => Enumerable.Range(1, s.Count).Select(i => $"{s.Section}-{i}")),
        Row().Matches(Text).Select(m => m.Groups[1].Value));

    [Fact]
    public void Nothing_is_left_to_fill_in() => Assert.DoesNotMatch("(?i)todo|tbd|example\\.|\\[(your|email|name)|xxx", Text);

    [Theory]
    [MemberData(nameof(Documents))]
    public void Each_link_leads_somewhere(string document)
    {
        string file = Path.Combine(Checkout.Root, document);
        var links = Link().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value).Where(l => !l.StartsWith("http", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, link =>
        {
            string[] parts = link.Split('#');
            string target = parts[0].Length == 0 ? file : Path.GetFullPath(parts[0], Path.GetDirectoryName(file)!);
            Assert.True(Path.Exists(target), link);
            Assert.True(parts.Length == 1 || Headings(target).Contains(parts[1]), link);
        });
    }

    [Fact]
    public void The_README_leads_to_it() => Assert.Contains("(.github/SECURITY.md)", File.ReadAllText(Path.Combine(Checkout.Root, "README.md")), StringComparison.Ordinal);

    /// <summary>As GitHub names them in addresses.</summary>
    private static IEnumerable<string> Headings(string file) => File.ReadLines(file).Where(l => l.StartsWith('#'))
        .Select(l => string.Concat(l.TrimStart('#').Trim().ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-')).Replace(' ', '-'));

    [GeneratedRegex(@"^\| (\d+(?:\.\d+)?-\d+) \| [^|]+ \| (?:met|partly|not|none) \|", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();

    [GeneratedRegex(@"\]\(([^)\s]+)\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
