using NanoGate.Api;

namespace Tools.Tests.NanoGate;

/// <summary>A listing as sorted lines, one a type or member.</summary>
internal static class ListedSurface
{
    public static IReadOnlyList<string> Of(AssemblyListing listing)
        => [.. listing.Types.SelectMany(Of).Order(StringComparer.Ordinal)];

    /// <summary>The type's own line first, then one a member.</summary>
    public static IEnumerable<string> Of(TypeListing type)
        => type.Members.Select(m => $"{type.Name} {OfMember(m)}").Prepend(
            $"{type.Kind} {type.Name} : {type.Base} [{string.Join(',', type.Implements.Order(StringComparer.Ordinal))}] {string.Join(' ', type.Modifiers)} {type.Underlying} {(type.Flags ? "flags" : "")}");

    private static string OfMember(MemberListing m)
    {
        var parameters = string.Join(", ", m.Parameters.Select(p => $"{(p.IsOut ? "out " : "")}{(p.IsParams ? "params " : "")}{p.Type} {p.Name}{(p.Default is null ? "" : " = " + p.Default.Trim('\''))}"));
        var flags = $"{(m.Static ? "static " : "")}{(m.Protected ? "protected " : "")}{(m.Abstract ? "abstract " : "")}{(m.Virtual ? "virtual " : "")}{(m.Override ? "override " : "")}{(m.Readonly ? "readonly " : "")}";
        return m switch
        {
            { Field: { } name } => $"field {flags}{(m.Const is { } c ? $"{name} = {c}" : $"{m.Type} {name}")}",
            { Property: { } name } => $"property {flags}{m.Type} {name}({parameters}) {m.Accessors}",
            { Event: { } name } => $"event {flags}{m.Type} {name}",
            { Method: { } name } => $"method {flags}{m.Returns} {name}({parameters}) {m.Conditional}{(m.Extension ? "extension" : "")}{(m.Obsolete ? "obsolete" : "")}",
            _ => $"constructor {flags}({parameters})",
        };
    }
}
