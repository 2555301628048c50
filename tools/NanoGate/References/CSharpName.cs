using Microsoft.CodeAnalysis.CSharp;

namespace NanoGate.References;

/// <summary>Spells metadata names in C#.</summary>
internal static class CSharpName
{
    /// <summary><c>A.B+C[]&amp;</c> becomes <c>global::A.B.C[]</c>; <c>!T</c> is the type parameter T.</summary>
    public static string Type(string name)
    {
        name = name.TrimEnd('&');
        if (name == "System.Void")
            return "void";
        return name.StartsWith('!') ? name[1..] : "global::" + name.Replace('+', '.');
    }

    public static string Identifier(string name)
        => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
