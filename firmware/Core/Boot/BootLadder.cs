namespace Appliance.Core.Boot;

/// <summary>
/// What to start when starts fail. A start has failed if it did not become good, and the device cannot tell why: a crash and
/// a mains that comes and goes look alike. So the ladder is quick to go down, and nowhere to stay: four failures a rung lead a
/// crashing configuration to the one before within four minutes and to the network within twelve; after a good start on
/// whatever rung the next one is full again, and after the lowest rung comes the full one too.
/// </summary>
public static class BootLadder
{
    /// <summary>Milliseconds of working after which a start is good.</summary>
    public const int GoodMs = 60_000;

    internal const int MostTries = 5;

    private const int StartsPerRung = 4;
    private const int Rungs = 4;
    private const long FirstPatienceMs = 600_000;
    private const long LongestPatienceMs = 24 * 3_600_000;

    /// <param name="failed">Starts in a row that have failed.</param>
    public static BootRung Rung(int failed) => (BootRung)(failed / StartsPerRung % Rungs);

    /// <param name="failed">Starts in a row that have failed, one of them at least.</param>
    /// <returns>So many failures that the rung below the last of them is next.</returns>
    internal static int Below(int failed) => failed - ((failed - 1) % StartsPerRung) + StartsPerRung - 1;

    /// <summary>
    /// How long a good start on a lower rung is content with it. Ten minutes at first, which is all that short cuts of the mains cost once
    /// they end; four times as long after each descent that follows, so that what always crashes is tried once a day in the end.
    /// </summary>
    /// <param name="tries">Good starts on lower rungs since the last one on the full, from 1.</param>
    /// <returns>Milliseconds from the start.</returns>
    public static long PatienceMs(int tries)
    {
        long ms = FirstPatienceMs << (2 * (tries - 1));
        return ms < LongestPatienceMs ? ms : LongestPatienceMs;
    }
}
