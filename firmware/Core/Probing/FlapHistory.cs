namespace Appliance.Core.Probing;

/// <summary>
/// How often a state changed over its last 20 checks, in 20 bits. As in Nagios a change weighs from 0.75, for the oldest, in equal
/// steps up to 1.25 for the newest, so that what is past is forgotten slowly and what is new is noticed fast.
/// </summary>
public sealed class FlapHistory
{
    /// <summary>Changes that count.</summary>
    public const int Length = 20;

    // Weights times 76, which makes them whole: 0.75 is 57, a step of 0.5 / 19 is 2, and all together are 20 * 76.
    private const int OldestWeight = 57;
    private const int Step = 2;
    private const int AllWeights = Length * 76;

    private readonly int _startPercent;
    private readonly int _stopPercent;
    private int _changes;
    private int _weight;

    public FlapHistory(int startPercent, int stopPercent)
    {
        _startPercent = startPercent;
        _stopPercent = stopPercent;
    }

    /// <summary>It changed too often, and has not become calm since.</summary>
    public bool IsFlapping { get; private set; }

    /// <summary>Weighted share of checks that changed the state, in hundredths of a percent.</summary>
    public int HundredthsPercent => 10_000 * _weight / AllWeights;

    /// <summary>Takes whether a check changed the state.</summary>
    public void Record(bool changed)
    {
        _changes = ((_changes << 1) | (changed ? 1 : 0)) & ((1 << Length) - 1);
        _weight = 0;
        for (int age = 0; age < Length; age++)
        {
            if (((_changes >> age) & 1) != 0)
            {
                _weight += OldestWeight + (Step * (Length - 1 - age));
            }
        }

        if (100 * _weight >= _startPercent * AllWeights)
        {
            IsFlapping = true;
        }
        else if (100 * _weight <= _stopPercent * AllWeights)
        {
            IsFlapping = false;
        }
    }
}
