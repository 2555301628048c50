using System.Text.Json.Serialization;

namespace NanoGate.Api;

/// <summary>One type of a listing. Nested types stand after a <c>+</c> in <see cref="Name"/>.</summary>
public sealed class TypeListing
{
    [JsonRequired] public string Name { get; init; } = "";

    /// <summary>class, struct, interface, enum or delegate.</summary>
    [JsonRequired] public string Kind { get; init; } = "";

    public IReadOnlyList<string> Modifiers { get; init; } = [];
    public string? Base { get; init; }
    public IReadOnlyList<string> Implements { get; init; } = [];

    /// <summary>The integer type under an enum.</summary>
    public string? Underlying { get; init; }

    public bool Flags { get; init; }
    public bool Obsolete { get; init; }

    /// <summary>The number of type parameters.</summary>
    public int Generic { get; init; }

    [JsonRequired] public IReadOnlyList<MemberListing> Members { get; init; } = [];

    [JsonIgnore] public string Namespace => OuterName.LastIndexOf('.') is > 0 and var dot ? OuterName[..dot] : "";
    [JsonIgnore] public string SimpleName => Name[(Name.LastIndexOfAny(['.', '+']) + 1)..].Split('`')[0];

    /// <summary>The full name of the type around a nested one, or null.</summary>
    [JsonIgnore] public string? DeclaringName => Name.LastIndexOf('+') is > 0 and var plus ? Name[..plus] : null;

    private string OuterName => Name.Split('+')[0];
}
