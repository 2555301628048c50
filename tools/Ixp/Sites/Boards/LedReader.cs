namespace Ixp.Sites.Boards;

/// <summary>Reads what status light a board has: one LED, a WS2812, or a red, an amber and a green one.</summary>
internal static class LedReader
{
    /// <returns>The board with its light.</returns>
    public static Board Read(Board board, JsonObjectReader json)
    {
        string kind = json.Has("kind") ? json.OneOf("kind", ["single", "rgb-ws2812", "three"]) : "single";
        board = kind switch
        {
            "three" => board with { LedPins = new ThreeLedPins(Pin("red"), Pin("amber"), Pin("green")), LedIsActiveLow = IsActiveLow() },
            "" => board,
            "rgb-ws2812" => board with { LedPin = Pin("pin"), LedIsRgb = true },
            _ => board with { LedPin = Pin("pin"), LedIsActiveLow = IsActiveLow() },
        };
        if (kind.Length > 0)
            json.RefuseUnknown();
        return board;

        int Pin(string key) => json.Number(key, 0, 48);
        bool IsActiveLow() => json.Flag("active_low", false);
    }
}
