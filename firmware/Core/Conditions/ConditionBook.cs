namespace Appliance.Core.Conditions;

/// <summary>The present condition of each subsystem. Any thread may write its own and read all.</summary>
public sealed class ConditionBook
{
    private readonly int[] _severity = new int[8];

    /// <summary>The appliance has not finished starting.</summary>
    public bool IsStarting { get; set; } = true;

    /// <summary>The broker has us.</summary>
    public bool IsOnline { get; set; }

    public void Set(Subsystem subsystem, Severity severity) => _severity[(int)subsystem] = (int)severity;

    public Severity Of(Subsystem subsystem) => (Severity)_severity[(int)subsystem];

    /// <summary>The subsystem that the LED tells: the worst, then the one with the lowest number; None when all is well.</summary>
    public Subsystem Worst()
    {
        int worst = 0;
        for (int i = 1; i < _severity.Length; i++)
        {
            if (_severity[i] > (int)Severity.Info && (worst == 0 || Rank(i) > Rank(worst)))
            {
                worst = i;
            }
        }

        return (Subsystem)worst;
    }

    // A lost sensor says nothing of the rack: it ranks as a warning, below what is known to be critical.
    private int Rank(int subsystem) =>
        _severity[subsystem] == (int)Severity.Critical ? 2 : 1;
}
