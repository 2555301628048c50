using Appliance.Core.Conditions;

namespace Appliance.Core.Led;

/// <summary>Chooses what the LED says from the condition of the site.</summary>
public sealed class LedSpeaker
{
    private const int IdentifyMs = 30_000;

    private readonly ConditionBook _conditions;
    private long _identifyUntil = -1;

    public LedSpeaker(ConditionBook conditions)
    {
        _conditions = conditions;
    }

    public LedSignal Signal { get; private set; }

    /// <summary>1 to 7 for a warning or a critical condition, else 0.</summary>
    public int Subsystem { get; private set; }

    /// <summary>Somebody asked which rack this is.</summary>
    public void Identify(long now) => _identifyUntil = now + IdentifyMs;

    /// <returns>True while the LED is to be lit.</returns>
    public bool IsLit(long now)
    {
        Choose(now);
        return LedPattern.IsLit(Signal, Subsystem, now);
    }

    private void Choose(long now)
    {
        Subsystem worst = _conditions.Worst();
        if (now < _identifyUntil)
        {
            Signal = LedSignal.Identify;
        }
        else if (_conditions.IsStarting)
        {
            Signal = LedSignal.Starting;
        }
        else if (worst != Conditions.Subsystem.None)
        {
            Signal = _conditions.Of(worst) == Severity.Critical ? LedSignal.Critical : LedSignal.Warning;
        }
        else
        {
            Signal = _conditions.IsOnline ? LedSignal.AllWell : LedSignal.Offline;
        }

        Subsystem = Signal == LedSignal.Warning || Signal == LedSignal.Critical ? (int)worst : 0;
    }
}
