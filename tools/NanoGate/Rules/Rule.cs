using Microsoft.CodeAnalysis;

namespace NanoGate.Rules;

/// <summary>Something the device cannot do, why, and what to write instead.</summary>
public sealed record Rule(string Code, string Reason, string Mend)
{
    /// <param name="what">Names the offender; stands in front of the reason.</param>
    internal Finding At(string file, int line, int column, string what) => new(file, line, column, Code, $"{what}: {Reason} {Mend}");

    internal Finding At(Location location, string what)
    {
        var span = location.GetLineSpan();
        return At(span.Path, span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1, what);
    }
}
