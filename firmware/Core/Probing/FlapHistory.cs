namespace Appliance.Core.Probing;

/// <summary>
/// How often a state changed over its last 20 checks, as one number: a bit a check, and above them whether it flaps; 0 at first.
/// As in Nagios a change weighs from 0.75, for the oldest, in equal steps up to 1.25 for the newest, so that what is past is
/// forgotten slowly and what is new is noticed fast.
/// </summary>
public static class FlapHistory
{
    /// <summary>Changes that count.</summary>
    public const int Length = 20;

    // Weights times 76, which makes them whole: 0.75 is 57, a step of 0.5 / 19 is 2, and all together are 20 * 76.
    private const int OldestWeight = 57;
    private const int Step = 2;
    private const int AllWeights = Length * 76;

    private const int Flag = 1 << Length;

    /// <returns>True if the state changed too often, and has not become calm since.</returns>
    public static bool IsFlapping(int history) => (history & Flag) != 0;

    /// <returns>Weighted share of checks that changed the state, in hundredths of a percent.</returns>
    public static int HundredthsPercent(int history)
    {
        int weight = 0;
        for (int age = 0; age < Length; age++)
        {
            if (((history >> age) & 1) != 0)
            {
                weight += OldestWeight + (Step * (Length - 1 - age));
            }
        }

        return 10_000 * weight / AllWeights;
    }

    /// <returns>The history with one more check.</returns>
    public static int With(bool changed, int history, StateLimits limits)
    {
        int changes = ((history << 1) | (changed ? 1 : 0)) & (Flag - 1);
        int share = HundredthsPercent(changes);
        bool isFlapping = share >= 100 * limits.FlapStartPercent || (IsFlapping(history) && share > 100 * limits.FlapStopPercent);
        return isFlapping ? changes | Flag : changes;
    }
}
