using System.Text.RegularExpressions;

namespace Ixp.Flash;

/// <summary>How a call of nanoff ended.</summary>
/// <param name="Output">All that it wrote.</param>
public sealed partial record NanoffResult(int ExitCode, IReadOnlyList<string> Output)
{
    /// <summary>Its own code for what went wrong, such as <c>E6000</c>; null if it told none. Where it tells little, the code is all of the line.</summary>
    public string? ErrorCode => Output.Select(line => Code().Match(line)).FirstOrDefault(m => m.Success)?.Groups[1].Value;

    /// <summary>Files that it could not put on the board. It goes on then, and ends as if all were well.</summary>
    public IReadOnlyList<string> FailedFiles =>
        [.. Output.Select(line => FailedFile().Match(line)).Where(m => m.Success).Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal)];

    public bool IsGood => ExitCode == 0 && ErrorCode is null && FailedFiles.Count == 0;

    [GeneratedRegex(@"^\s*(?:Error )?(E\d{4})\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"^\s*(?:Error|Exception) deploying content file .* to (.+?)\s*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FailedFile();
}
