using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Ixp.Watch;

/// <summary>Reads values of a payload that anybody may have sent.</summary>
internal readonly struct PayloadReader(JsonElement payload)
{
    private const int MostCharacters = 160;

    /// <returns>Null if it is not there or no whole number.</returns>
    public long? Number(string key) =>
        payload.TryGetProperty(key, out var value) && value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out long number) ? number : null;

    /// <returns>A text of one line for a terminal: what could steer one is replaced. Empty if it is not there or no text.</returns>
    public string Text(string key)
    {
        if (!payload.TryGetProperty(key, out var value) || value.ValueKind is not JsonValueKind.String)
            return "";
        try
        {
            return Harmless(value.GetString()!);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, or no UTF-8.
            return "";
        }
    }

    internal static string Harmless(string text)
    {
        var harmless = new StringBuilder();
        int count = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (count++ == MostCharacters)
                return harmless.Append('…').ToString();
            harmless.Append(Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate ? "·" : rune.ToString());
        }

        return harmless.ToString();
    }
}
