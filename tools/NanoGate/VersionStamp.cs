using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace NanoGate;

/// <summary>Puts the version of a build into the source that names it, as the target <c>StampVersion</c> of the project does.</summary>
/// <param name="Text">As git describes it: <c>v1.2.0</c>, or <c>0badcafe</c>, a commit behind no tag.</param>
public sealed partial record VersionStamp(string Text)
{
    /// <returns>The source to compile: another one for <c>Version.cs</c> only.</returns>
    internal SourceText Apply(string path, SourceText source)
    {
        if (Path.GetFileName(path) is not "Version.cs")
            return source;
        string stamped = Literal().Replace(source.ToString(), match => Over(match.Value), 1);
        return SourceText.From(stamped, Encoding.UTF8, SourceHashAlgorithm.Sha256);
    }

    private string Over(string version) => Text.StartsWith('v') ? Text[1..] : $"{version}+{Text}";

    [GeneratedRegex("(?<=\")[^\"]+(?=\")", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Literal();
}
