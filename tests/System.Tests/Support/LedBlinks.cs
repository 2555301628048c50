using VirtualRack.Chips;

namespace SystemTests.Support;

/// <summary>What somebody who watches the LED counts.</summary>
internal static class LedBlinks
{
    /// <returns>Milliseconds of each time the LED was lit, beginning after a time of the world.</returns>
    public static IReadOnlyList<long> Since(LedWatcher led, long fromMicros)
    {
        var changes = led.History.Where(c => c.AtMicros >= fromMicros).SkipWhile(c => c.Colour == LedColour.Dark).ToList();
        return [.. changes.Zip(changes.Skip(1)).Where(p => p.First.Colour != LedColour.Dark).Select(p => (p.Second.AtMicros - p.First.AtMicros) / 1000)];
    }
}
