namespace NanoGate.Api;

/// <summary>One parameter. <paramref name="Type"/> keeps its trailing <c>&amp;</c> when it is passed by reference.</summary>
public sealed record ParameterListing(string Type, string Name, bool IsOut, bool IsParams, string? Default)
{
    public bool IsByReference => Type.EndsWith('&');

    /// <summary>Reads <c>[out |params ]Type name[ = default]</c>.</summary>
    public static ParameterListing Parse(string text)
    {
        var (declaration, value) = text.Split(" = ", 2) switch { [var d, var v] => (d, v), var d => (d[0], null) };
        var words = declaration.Split(' ');
        return words is [.., var type, var name] && words.Length <= 3
            ? new(type, name, words[0] == "out", words[0] == "params", value)
            : throw new FormatException($"Parameter '{text}' of an API listing is not '[out |params ]Type name[ = default]'.");
    }
}
