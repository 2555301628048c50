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

    /// <summary>The digits of an address: so many blinks each, one long one for 0; a pause after each, a longer one after each number.</summary>
    /// <returns>Dotted decimal, of all that was blinked after a time of the world.</returns>
    public static string Address(LedWatcher led, long fromMicros)
    {
        const int Long = 900;
        const int DigitPause = 800;
        const int NumberPause = 1800;
        var changes = led.History.Where(c => c.AtMicros >= fromMicros).SkipWhile(c => c.Colour == LedColour.Dark).ToList();
        var spans = changes.Zip(changes.Skip(1)).Select(p => (p.First.Colour.IsLit, Ms: (p.Second.AtMicros - p.First.AtMicros) / 1000)).ToList();
        var read = new System.Text.StringBuilder();
        int count = 0;
        foreach (var (isLit, ms) in spans)
        {
            count += !isLit ? 0 : ms > Long ? 10 : 1;
            if (isLit || ms < DigitPause)
                continue;
            read.Append(count % 10);
            count = 0;
            if (ms > NumberPause)
                read.Append('.');
        }

        return read.ToString().TrimEnd('.');
    }
}
