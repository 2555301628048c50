using NanoGate.Api;

namespace NanoGate.References;

/// <summary>Operators stand in listings under their metadata names.</summary>
internal static class Operators
{
    private static readonly Dictionary<string, string> Symbols = new(StringComparer.Ordinal)
    {
        ["op_Addition"] = "+", ["op_Subtraction"] = "-", ["op_Multiply"] = "*", ["op_Division"] = "/", ["op_Modulus"] = "%",
        ["op_UnaryPlus"] = "+", ["op_UnaryNegation"] = "-",
        ["op_Equality"] = "==", ["op_Inequality"] = "!=",
        ["op_LessThan"] = "<", ["op_LessThanOrEqual"] = "<=", ["op_GreaterThan"] = ">", ["op_GreaterThanOrEqual"] = ">=",
    };

    /// <summary>The C# head of an operator up to its parameter list, or null for an ordinary method.</summary>
    public static string? Declaration(MemberListing method)
    {
        var result = CSharpName.Type(method.Returns!);
        return method.Method! switch
        {
            var name when !name.StartsWith("op_", StringComparison.Ordinal) => null,
            "op_Implicit" => $"implicit operator {result}",
            "op_Explicit" => $"explicit operator {result}",
            var name when Symbols.TryGetValue(name, out var symbol) => $"{result} operator {symbol}",
            var name => throw new InvalidDataException($"The API listings hold the operator {name}, which the generator cannot write yet; add it to Operators.cs."),
        };
    }
}
