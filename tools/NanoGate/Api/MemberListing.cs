using System.Text.Json;
using System.Text.Json.Serialization;

namespace NanoGate.Api;

/// <summary>One member of a listed type: exactly one of <see cref="Constructor"/>, <see cref="Method"/>, <see cref="Property"/>, <see cref="Event"/> and <see cref="Field"/> is there.</summary>
public sealed class MemberListing
{
    public IReadOnlyList<string>? Constructor { get; init; }
    public string? Method { get; init; }
    public string? Property { get; init; }
    public string? Event { get; init; }
    public string? Field { get; init; }

    /// <summary>Of a method or an indexer, each <c>[out |params ]Type name[ = default]</c>.</summary>
    [JsonPropertyName("parameters")]
    public IReadOnlyList<string> ParameterTexts { get; init; } = [];

    public string? Returns { get; init; }
    public string? Type { get; init; }

    /// <summary>"get", "set" or "get set".</summary>
    public string? Accessors { get; init; }

    public JsonElement? Const { get; init; }
    public string? Conditional { get; init; }
    public bool Static { get; init; }
    public bool Abstract { get; init; }
    public bool Virtual { get; init; }
    public bool Override { get; init; }
    public bool Protected { get; init; }
    public bool Readonly { get; init; }
    public bool Extension { get; init; }
    public bool Obsolete { get; init; }

    [JsonIgnore] public string Name => Method ?? Property ?? Event ?? Field ?? ".ctor";

    [JsonIgnore] public IReadOnlyList<ParameterListing> Parameters => [.. (Constructor ?? ParameterTexts).Select(ParameterListing.Parse)];

    /// <summary>What an interface member and its implementation have in common: name, result and parameter types.</summary>
    [JsonIgnore] public string Signature => $"{Returns ?? Type} {Name}({string.Join(',', Parameters.Select(p => p.Type))})";
}
