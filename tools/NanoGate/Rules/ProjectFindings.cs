using System.Text.RegularExpressions;

namespace NanoGate.Rules;

/// <summary>Findings about projects that could not be read.</summary>
internal static partial class ProjectFindings
{
    /// <summary>Readers put <c>file(line,col): </c> in front of their message.</summary>
    public static Finding Unreadable(InvalidDataException error)
    {
        var match = Location().Match(error.Message);
        return match.Success
            ? new(match.Groups["file"].Value, Number("line"), Number("column"), RuleBook.Unreadable.Code, match.Groups["text"].Value)
            : new("", 0, 0, RuleBook.Unreadable.Code, error.Message);

        int Number(string group) => int.Parse(match.Groups[group].Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^(?<file>.+?)\((?<line>\d+),(?<column>\d+)\): (?<text>.*)$", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Location();
}
