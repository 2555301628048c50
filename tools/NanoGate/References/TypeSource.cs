using System.Globalization;
using System.Text;
using NanoGate.Api;

namespace NanoGate.References;

/// <summary>Writes the types of one listing as C# that compiles to a reference assembly with exactly that surface.</summary>
internal sealed class TypeSource(ApiCatalog catalog, AssemblyListing listing)
{
    private readonly StringBuilder text = new();
    private readonly InterfaceGaps gaps = new(catalog);

    public string Write()
    {
        text.Append(CultureInfo.InvariantCulture, $"[assembly: global::System.Reflection.AssemblyVersion(\"{AssemblyVersion}\")]\n");
        foreach (var type in listing.Types.Where(t => t.DeclaringName is null))
        {
            text.Append(CultureInfo.InvariantCulture, $"namespace {type.Namespace} {{\n");
            Type(type);
            text.Append("}\n");
        }

        return text.ToString();
    }

    /// <summary>Four parts, as an assembly version needs them.</summary>
    private string AssemblyVersion => string.Join('.', listing.Version.Split('.').Append("0").Append("0").Take(4));

    private void Type(TypeListing type)
    {
        // The compiler marks a ref struct obsolete by itself, for compilers that do not know the kind; SpanByte is the only one.
        var isRefStruct = type is { Kind: "struct", Obsolete: true };
        if (type.Obsolete && !isRefStruct)
            text.Append("[global::System.Obsolete] ");
        if (type.Flags)
            text.Append("[global::System.Flags] ");
        text.Append(AttributeTargets.For(type.Name)).Append("public ");
        switch (type.Kind)
        {
            case "enum": Enum(type); break;
            case "delegate": Delegate(type); break;
            default: Body(type, isRefStruct ? "ref struct" : type.Kind); break;
        }
    }

    private void Enum(TypeListing type)
    {
        text.Append(CultureInfo.InvariantCulture, $"enum {type.SimpleName} : {CSharpName.Type(type.Underlying ?? "System.Int32")} {{ ");
        foreach (var member in type.Members)
            text.Append(CultureInfo.InvariantCulture, $"{CSharpName.Identifier(member.Name)} = {member.Const}, ");
        text.Append("}\n");
    }

    private void Delegate(TypeListing type)
    {
        var invoke = type.Members.Single(m => m.Method == "Invoke");
        string[] open = [.. invoke.Parameters.Select(p => p.Type).Append(invoke.Returns!).Where(t => t.StartsWith('!')).Distinct(StringComparer.Ordinal)];
        var generic = type.Generic == 0 ? "" : $"<{string.Join(", ", open.Select(t => t[1..]))}>";
        text.Append(CultureInfo.InvariantCulture, $"delegate {CSharpName.Type(invoke.Returns!)} {type.SimpleName}{generic}({MemberSource.Parameters(catalog, invoke)});\n");
    }

    private void Body(TypeListing type, string kind)
    {
        var modifiers = string.Concat(type.Modifiers.Select(m => m + " "));
        string[] bases = [.. new[] { type.Base }.Where(b => b is not null and not "System.Object").Concat(type.Implements).Select(b => CSharpName.Type(b!))];
        text.Append(CultureInfo.InvariantCulture, $"unsafe {modifiers}{kind} {type.SimpleName}{(bases.Length == 0 ? "" : " : " + string.Join(", ", bases))} {{\n");
        var members = new MemberSource(catalog, type);
        foreach (var member in type.Members)
            text.Append(members.Write(member)).Append('\n');
        foreach (var (face, member) in gaps.Of(type))
            if (type.Kind != "interface")
                text.Append(members.Explicit(face, member)).Append('\n');
        text.Append(Hidden(type, members));
        foreach (var nested in listing.Types.Where(t => t.DeclaringName == type.Name))
            Type(nested);
        text.Append("}\n");
    }

    /// <summary>What the surface does not show but the compiler's rules rest on.</summary>
    private static string Hidden(TypeListing type, MemberSource members) => type switch
    {
        // The root of all destructors.
        { Name: "System.Object" } => "~Object() { }\n",
        // A struct without fields would count as assigned from the start.
        { Kind: "struct", Name: not "System.Void" } when type.Members.All(m => m.Field is null || m.Static || m.Const is not null) => $"private {FieldOf(type)} state;\n",
        // No constructor in the listing means a private or an internal one, not the compiler's default.
        { Kind: "class" } when !type.Modifiers.Contains("static") && type.Members.All(m => m.Constructor is null) => members.HiddenConstructor() + "\n",
        _ => "",
    };

    private static string FieldOf(TypeListing type) => type.Name.StartsWith("System.", StringComparison.Ordinal) && type.SimpleName
        is "Boolean" or "Byte" or "SByte" or "Char" or "Int16" or "UInt16" or "Int32" or "UInt32" or "Int64" or "UInt64" or "Single" or "Double"
            ? CSharpName.Type(type.Name) : "int";
}
