using Appliance.Core.Conditions;

namespace Appliance.Core.Led;

/// <summary>Chooses what the LED says from the condition of the site.</summary>
public sealed class LedSpeaker
{
    private const int IdentifyMs = 30_000;

    // A start is not over before the broker has had time to be there.
    private const int FirstConnectionMs = 30_000;

    private readonly ConditionBook _conditions;
    private AddressBlinker _address;
    private long _begunAt;
    private long _lampTestUntil = -1;
    private long _startingUntil = -1;
    private long _identifyUntil = -1;
    private long _addressFrom;
    private long _addressUntil = -1;

    public LedSpeaker(ConditionBook conditions)
    {
        _conditions = conditions;
    }

    public LedSignal Signal { get; private set; }

    /// <summary>1 to 7 for a warning or a critical condition, else 0.</summary>
    public int Subsystem { get; private set; }

    /// <summary>The LED is there from now on: a lamp test, then what there is to say.</summary>
    public void Begin(long now)
    {
        _begunAt = now;
        _lampTestUntil = now + LedPattern.LampTest;
        _startingUntil = now + FirstConnectionMs;
    }

    /// <summary>Somebody asked which rack this is.</summary>
    public void Identify(long now)
    {
        _addressUntil = -1;
        _identifyUntil = now + IdentifyMs;
    }

    /// <summary>Somebody asked for the network address.</summary>
    /// <param name="address">IPv4, dotted decimal; null where there is none.</param>
    public void TellAddress(string address, long now)
    {
        AddressBlinker blinker = new AddressBlinker(address);
        _address = blinker;
        _identifyUntil = -1;
        _addressFrom = now;
        _addressUntil = now + blinker.Duration;
    }

    /// <returns>True while the LED is to be lit.</returns>
    public bool IsLit(long now)
    {
        Choose(now);
        return Signal == LedSignal.Address ? _address.IsLit(now - _addressFrom) : LedPattern.IsLit(Signal, Subsystem, now);
    }

    /// <param name="now">The time that was last asked for.</param>
    /// <returns>The colour of a board with more than one, as 0xRRGGBB; 0 while dark.</returns>
    public int Colour(long now)
    {
        switch (Signal)
        {
            case LedSignal.Address:
                return _address.IsLit(now - _addressFrom) ? LedPattern.White : 0;
            case LedSignal.LampTest:
                return LedPattern.Colour(Signal, 0, now - _begunAt);
            default:
                return LedPattern.Colour(Signal, Subsystem, now);
        }
    }

    private void Choose(long now)
    {
        Subsystem worst = _conditions.Worst();
        _startingUntil = _conditions.IsOnline ? -1 : _startingUntil;
        if (now < _identifyUntil)
        {
            Signal = LedSignal.Identify;
        }
        else if (now < _addressUntil)
        {
            Signal = LedSignal.Address;
        }
        else if (now < _lampTestUntil)
        {
            Signal = LedSignal.LampTest;
        }
        else if (_conditions.IsStarting)
        {
            Signal = LedSignal.Starting;
        }
        else if (worst != Conditions.Subsystem.None)
        {
            Signal = _conditions.Of(worst) == Severity.Critical ? LedSignal.Critical : LedSignal.Warning;
        }
        else if (now < _startingUntil)
        {
            Signal = LedSignal.Starting;
        }
        else
        {
            Signal = _conditions.IsOnline ? LedSignal.AllWell : LedSignal.Offline;
        }

        Subsystem = Signal == LedSignal.Warning || Signal == LedSignal.Critical ? (int)worst : 0;
    }
}
