using System.Text.Json.Serialization;

namespace NanoGate.Api;

/// <summary>The public and protected surface of one nanoFramework assembly, as <c>Listings/*.json</c> holds it.</summary>
public sealed class AssemblyListing
{
    [JsonRequired] public string Assembly { get; init; } = "";
    [JsonRequired] public string Package { get; init; } = "";
    [JsonRequired] public string Version { get; init; } = "";
    public string? NativeVersion { get; init; }
    [JsonRequired] public IReadOnlyList<string> References { get; init; } = [];
    [JsonRequired] public IReadOnlyList<TypeListing> Types { get; init; } = [];
}
