using System.Text.RegularExpressions;

namespace Ixp.Flash;

/// <summary>The line by which the appliance says that it runs: <c>boot: running 0.1.0 on ESP32_OLIMEX 1.17.0.1, session 3</c>.</summary>
public sealed partial record RunningLine(string Version, string Image, string Firmware, int Session)
{
    /// <returns>Null if the line says something else.</returns>
    public static RunningLine? Parse(string line)
    {
        var match = Form().Match(line);
        return match.Success && int.TryParse(match.Groups["session"].ValueSpan, out int session)
            ? new RunningLine(match.Groups["version"].Value, match.Groups["image"].Value, match.Groups["firmware"].Value, session)
            : null;
    }

    [GeneratedRegex(@"^boot: running (?<version>\S+) on (?<image>\S+) (?<firmware>\S+), session (?<session>\d{1,9})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
