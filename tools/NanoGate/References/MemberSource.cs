using System.Globalization;
using NanoGate.Api;

namespace NanoGate.References;

/// <summary>Writes the members of one type. Bodies throw: a reference assembly is never run.</summary>
internal sealed class MemberSource(ApiCatalog catalog, TypeListing type)
{
    private const string Body = " => throw null;";
    private bool InInterface => type.Kind == "interface";

    public string Write(MemberListing m)
    {
        if (m.Field is not null)
            return Field(m);
        if (m.Method == "Finalize")
            return $"~{type.SimpleName}() {{ }}";
        var prefix = (m.Obsolete ? "[global::System.Obsolete] " : "")
            + (m.Conditional is null ? "" : $"[global::System.Diagnostics.Conditional(\"{m.Conditional}\")] ")
            + (InInterface ? "" : Modifiers(m));
        if (m.Constructor is not null)
            return $"{prefix}{type.SimpleName}({Parameters(catalog, m)}){BaseCall()}{Body}";
        if (m.Event is not null)
            return $"{prefix}event {CSharpName.Type(m.Type!)} {m.Event}{(InInterface || m.Abstract ? ";" : Accessors("add remove"))}";
        if (m.Property is not null)
            return IndexerName(m) + prefix + Property(m, "");
        return prefix + Method(m);
    }

    /// <summary>An implementation that only the interface shows.</summary>
    public string Explicit(TypeListing face, MemberListing m)
    {
        var owner = CSharpName.Type(face.Name) + ".";
        if (m.Event is not null)
            return $"event {CSharpName.Type(m.Type!)} {owner}{m.Event}{Accessors("add remove")}";
        return m.Property is not null
            ? Property(m, owner)
            : $"{CSharpName.Type(m.Returns!)} {owner}{m.Method}({Parameters(catalog, m, withDefaults: false)}){Body}";
    }

    public string HiddenConstructor() => $"internal {type.SimpleName}(){BaseCall()}{Body}";

    public static string Parameters(ApiCatalog catalog, MemberListing m, bool withDefaults = true)
        => string.Join(", ", m.Parameters.Select((p, i) =>
        {
            var pass = p.IsOut ? "out " : p.IsByReference ? "ref " : p.IsParams ? "params " : m.Extension && i == 0 ? "this " : "";
            var value = withDefaults && p.Default is { } d ? " = " + Constant(catalog, p.Type, d) : "";
            return $"{CallerExpression(m, i)}{pass}{CSharpName.Type(p.Type)} {CSharpName.Identifier(p.Name)}{value}";
        }));

    /// <summary>The guards of the exception classes name their argument by themselves; listings hold no parameter attributes.</summary>
    private static string CallerExpression(MemberListing m, int index)
        => index == 1 && m.Method?.StartsWith("ThrowIf", StringComparison.Ordinal) == true && m.Parameters[1] is { Name: "paramName", Default: "null" }
            ? $"[global::System.Runtime.CompilerServices.CallerArgumentExpression(\"{m.Parameters[0].Name}\")] " : "";

    private string Modifiers(MemberListing m)
    {
        var kind = m.Static ? "static " : m.Abstract ? "abstract " : m.Override ? "override " : m.Virtual ? "virtual " : "";
        return (m.Protected ? "protected " : "public ") + kind;
    }

    private string Field(MemberListing m)
    {
        var access = m.Protected ? "protected" : "public";
        return m.Const is { } value
            ? $"{access} const {CSharpName.Type(m.Type!)} {m.Field} = {Constant(catalog, m.Type!, value.ToString())};"
            : $"{access} {(m.Static ? "static " : "")}{(m.Readonly ? "readonly " : "")}{CSharpName.Type(m.Type!)} {CSharpName.Identifier(m.Field!)};";
    }

    private string Method(MemberListing m)
    {
        var end = m.Abstract || InInterface ? ";" : Body;
        return Operators.Declaration(m) is { } declaration
            ? $"{declaration}({Parameters(catalog, m)}){end}"
            : $"{CSharpName.Type(m.Returns!)} {CSharpName.Identifier(m.Method!)}({Parameters(catalog, m)}){end}";
    }

    private string Property(MemberListing m, string owner)
    {
        var name = m.Parameters.Count > 0 ? $"this[{Parameters(catalog, m, withDefaults: owner.Length == 0)}]" : CSharpName.Identifier(m.Property!);
        var isOpen = owner.Length == 0 && (m.Abstract || InInterface);
        var accessors = isOpen ? " { " + string.Concat(m.Accessors!.Split(' ').Select(a => a + "; ")) + "}" : Accessors(m.Accessors!);
        return $"{CSharpName.Type(m.Type!)} {owner}{name}{accessors}";
    }

    private static string IndexerName(MemberListing m)
        => m.Parameters.Count > 0 && m.Property != "Item" ? $"[global::System.Runtime.CompilerServices.IndexerName(\"{m.Property}\")] " : "";

    private static string Accessors(string names) => " { " + string.Concat(names.Split(' ').Select(a => a + Body + " ")) + "}";

    private string BaseCall()
    {
        if (type.Kind != "class" || catalog.Type(type.Base) is not { } up)
            return "";
        var constructors = up.Members.Where(m => m.Constructor is not null).ToList();
        if (constructors.Count == 0 || constructors.Any(c => c.Parameters.Count == 0))
            return "";
        return $" : base({string.Join(", ", constructors[0].Parameters.Select(p => $"default({CSharpName.Type(p.Type)})"))})";
    }

    private static string Constant(ApiCatalog catalog, string typeName, string value) => typeName switch
    {
        _ when value == "null" => "default",
        "System.String" => value.StartsWith('\'') ? $"\"{value.Trim('\'')}\"" : $"\"{value}\"",
        "System.Boolean" => value.ToLowerInvariant(),
        "System.Double" or "System.Single" => $"({CSharpName.Type(typeName)})({Floating(value)})",
        _ when catalog.Type(typeName)?.Kind is "struct" or "enum" => $"({CSharpName.Type(typeName)})({value})",
        _ => throw new InvalidDataException($"The API listings give the constant {value} of the unknown type {typeName}."),
    };

    private static string Floating(string value) => value switch
    {
        "NaN" => "0.0 / 0.0",
        "Infinity" => "1.0 / 0.0",
        "-Infinity" => "-1.0 / 0.0",
        _ => double.Parse(value, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture) + "d",
    };
}
