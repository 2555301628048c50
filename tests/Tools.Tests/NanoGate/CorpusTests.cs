using System.Text.RegularExpressions;
using NanoGate.Rules;
using NanoGate;
using Xunit;

namespace Tools.Tests.NanoGate;

/// <summary>
/// Small programs that the gate refuses or accepts. A refused one carries the expected code as a comment on each
/// line that the gate must point at, and on no other; <c>// project</c> stands before a code that has no line.
/// </summary>
public sealed partial class CorpusTests
{
    private static readonly string Corpus = Path.Combine(AppContext.BaseDirectory, "GateData");

    private static readonly string[] Assemblies =
    [
        "mscorlib", "nanoFramework.Runtime.Events", "nanoFramework.Runtime.Native", "nanoFramework.System.Collections", "nanoFramework.System.Text",
        "System.Threading", "System.IO.Streams", "System.Net", "System.Math", "System.Device.Gpio", "System.Device.I2c",
        "nanoFramework.M2Mqtt", "nanoFramework.M2Mqtt.Core", "nanoFramework.TestFramework",
    ];

    public static TheoryData<string> Refused => [.. Snippets("Refused")];

    public static TheoryData<string> Accepted => [.. Snippets("Accepted")];

    [Theory]
    [MemberData(nameof(Refused))]
    public void Refuses(string snippet)
    {
        var text = Read("Refused", snippet);
        var expected = text.Split('\n').SelectMany((line, i) => Marks().Matches(line).Select(m => $"{(line.Contains("// project ", StringComparison.Ordinal) ? "project" : i + 1)}: {m.Value}")).ToList();
        Assert.NotEmpty(expected);
        Assert.Equal(expected, Findings(text));
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public void Accepts(string snippet) => Assert.Empty(Findings(Read("Accepted", snippet)));

    [Fact]
    public void Every_rule_about_code_refuses_a_snippet()
    {
        var marks = Snippets("Refused").SelectMany(s => Marks().Matches(Read("Refused", s)).Select(m => m.Value));
        Assert.Empty(RuleBook.All.Select(r => r.Code).Where(c => string.CompareOrdinal(c, "NG02") >= 0).Except(marks));
    }

    private static List<string> Findings(string text)
    {
        using var project = new DeviceProject(assemblies: Assemblies).With("Snippet.cs", text);
        return [.. project.Check().Findings.OrderBy(f => f.Line).ThenBy(f => f.Code, StringComparer.Ordinal).Select(f => Place(f) + f.Code).Distinct()];
    }

    private static string Place(Finding finding) => finding.File.EndsWith("Snippet.cs", StringComparison.Ordinal) ? $"{finding.Line}: " : "project: ";

    private static IEnumerable<string> Snippets(string folder)
        => Directory.EnumerateFiles(Path.Combine(Corpus, folder)).Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal);

    private static string Read(string folder, string snippet) => File.ReadAllText(Path.Combine(Corpus, folder, snippet + ".cs"));

    [GeneratedRegex("(?<=// .*)(CS|NG)[0-9]{4}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marks();
}
