namespace Appliance.Core.Conditions;

/// <summary>The present condition of each subsystem. Any thread may write its own and read all.</summary>
public sealed class ConditionBook
{
    private readonly int[] _severity = new int[8];
    private readonly int[] _alarms = new int[8];

    /// <summary>The appliance has not finished starting.</summary>
    public bool IsStarting { get; set; } = true;

    /// <summary>The broker has us.</summary>
    public bool IsOnline { get; set; }

    public void Set(Subsystem subsystem, Severity severity) => _severity[(int)subsystem] = (int)severity;

    /// <summary>What the alarms of a subsystem mean, beside what its own worker tells.</summary>
    public void SetAlarms(Subsystem subsystem, Severity severity) => _alarms[(int)subsystem] = (int)severity;

    public Severity Of(Subsystem subsystem) => Worse((Severity)_severity[(int)subsystem], (Severity)_alarms[(int)subsystem]);

    /// <returns>
    /// The worse of two. A lost sensor says nothing of the rack: it ranks above a warning, and below what is known to be critical.
    /// </returns>
    public static Severity Worse(Severity one, Severity other) =>
        one == Severity.Critical || other == Severity.Critical ? Severity.Critical : one > other ? one : other;

    /// <summary>The subsystem that the LED tells: the worst, then the one with the lowest number; None when all is well.</summary>
    public Subsystem Worst()
    {
        int worst = 0;
        for (int i = 1; i < _severity.Length; i++)
        {
            if (Of((Subsystem)i) > Severity.Info && (worst == 0 || Rank(i) > Rank(worst)))
            {
                worst = i;
            }
        }

        return (Subsystem)worst;
    }

    // To the LED, a lost sensor is a warning.
    private int Rank(int subsystem) => Of((Subsystem)subsystem) == Severity.Critical ? 2 : 1;
}
