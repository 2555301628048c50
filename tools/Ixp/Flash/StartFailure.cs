namespace Ixp.Flash;

/// <summary>What to do about a board that runs without its appliance, by what it said last.</summary>
internal static class StartFailure
{
    public static bool IsWithoutConfiguration(string line) => line.StartsWith("boot: no configuration", StringComparison.Ordinal);

    /// <returns>The next step.</returns>
    public static string Next(string line)
    {
        if (IsWithoutConfiguration(line))
            return "Its configuration did not arrive: flash again.";
        if (line.StartsWith("boot: ", StringComparison.Ordinal))
            return "It does not take its configuration: run ixp check on the site file, and flash again.";
        return "Press RESET on the board, and flash again.";
    }
}
