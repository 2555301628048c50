using NanoGate.Api;

namespace NanoGate.References;

/// <summary>
/// Listings leave out explicit interface implementations. What a type must implement and does not show in
/// its public surface is therefore implemented explicitly, and the interface's own entry says how it looks.
/// </summary>
internal sealed class InterfaceGaps(ApiCatalog catalog)
{
    public IEnumerable<(TypeListing Interface, MemberListing Member)> Of(TypeListing type)
    {
        var open = Closure(type.Implements).ToList();
        var shown = new HashSet<string>(Public(type), StringComparer.Ordinal);
        for (var up = catalog.Type(type.Base); up is not null; up = catalog.Type(up.Base))
        {
            open = [.. open.Except(Closure(up.Implements))];
            shown.UnionWith(Public(up));
        }

        return from face in open from member in face.Members where !shown.Contains(member.Signature) select (face, member);
    }

    private IEnumerable<TypeListing> Closure(IEnumerable<string> interfaces)
    {
        var direct = interfaces.Select(n => catalog.Type(n) ?? throw new InvalidDataException($"The API listings lack the interface {n}.")).ToList();
        return direct.Concat(direct.SelectMany(i => Closure(i.Implements))).Distinct();
    }

    private static IEnumerable<string> Public(TypeListing type)
        => type.Members.Where(m => m is { Protected: false, Static: false }).Select(m => m.Signature);
}
