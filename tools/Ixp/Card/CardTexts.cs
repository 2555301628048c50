using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ixp.Card;

/// <summary>What a card says in one language: a file of <c>Card/Texts</c>, which has each of these keys and no other.</summary>
public sealed record CardTexts
{
    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Codes of the languages there are, as in ISO 639-1.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "fr", "pt", "es", "sw", "ar"];

    /// <summary>Of the script: ltr or rtl, as HTML has it.</summary>
    public required string Direction { get; init; }

    public required string Title { get; init; }

    public required string Intro { get; init; }

    public required string Site { get; init; }

    public required string Device { get; init; }

    public required string Phone { get; init; }

    public required string Light { get; init; }

    public required string Meaning { get; init; }

    public required string First { get; init; }

    public required PatternText Dark { get; init; }

    public required PatternText Starting { get; init; }

    public required PatternText AllWell { get; init; }

    public required PatternText Offline { get; init; }

    public required PatternText Warning { get; init; }

    public required PatternText Critical { get; init; }

    public required PatternText Identify { get; init; }

    public required string Numbers { get; init; }

    public required SubsystemText Power { get; init; }

    public required SubsystemText Climate { get; init; }

    public required SubsystemText Cooling { get; init; }

    public required SubsystemText Security { get; init; }

    public required SubsystemText Reachability { get; init; }

    public required SubsystemText Uplink { get; init; }

    public required SubsystemText Appliance { get; init; }

    public required string SensorHint { get; init; }

    public required string Button { get; init; }

    public required string ButtonShort { get; init; }

    public required string ButtonLong { get; init; }

    public required string ButtonSafe { get; init; }

    public required string LampTest { get; init; }

    public required ColourTexts Colours { get; init; }

    /// <summary>In the order of their numbers, from 1.</summary>
    internal IReadOnlyList<SubsystemText> Subsystems() => [Power, Climate, Cooling, Security, Reachability, Uplink, Appliance];

    /// <param name="language">One of <see cref="Languages"/>.</param>
    public static CardTexts Of(string language)
    {
        using var file = typeof(CardTexts).Assembly.GetManifestResourceStream($"card-{language}.json")
            ?? throw new ArgumentOutOfRangeException(nameof(language), $"There is no card in '{language}'; there is {string.Join(", ", Languages)}.");
        using var reader = new StreamReader(file);
        return Parse(reader.ReadToEnd());
    }

    /// <exception cref="JsonException">A key is missing or not known.</exception>
    internal static CardTexts Parse(string json) => JsonSerializer.Deserialize<CardTexts>(json, Strict)!;
}
