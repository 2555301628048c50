using VirtualBoard.Buses;
using VirtualBoard.Running;

namespace VirtualRack.Chips;

/// <summary>
/// A contact between a pin and ground. Closed pulls the pin low; open lets go, so the level then comes from a pull-up, the
/// firmware's or an external one. Each change bounces.
/// </summary>
public sealed class DryContact : FaultyChip<DryContactFaults>
{
    private const int Bounces = 4;
    private const long ShortBounceMicros = 6_000;
    private const long LongBounceMicros = 80_000;
    private const long ChatterMicros = 50_000;

    private readonly TimeBase _time;
    private readonly Pin _pin;
    private readonly bool _normallyClosed;
    private readonly bool _externalPullUp;
    private Deadline? _chatter;
    private bool _chatterState;
    private bool _isActive;

    /// <param name="normallyClosed">Closed at rest and open when active, so that a cut wire shows.</param>
    /// <param name="externalPullUp">A resistor to 3.3 V is wired, as pins without own pull need it.</param>
    public DryContact(TimeBase time, Pin pin, bool normallyClosed, bool externalPullUp = false)
    {
        _time = time;
        _pin = pin;
        _normallyClosed = normallyClosed;
        _externalPullUp = externalPullUp;
        Settle();
    }

    /// <summary>What the contact watches has happened: the door is open, water is on the floor.</summary>
    public bool IsActive
    {
        get => _isActive;
        set
        {
            if (_isActive == value)
                return;
            bool before = IsClosed;
            _isActive = value;
            Move(before);
        }
    }

    /// <summary>Current can flow, when the bouncing is over.</summary>
    public bool IsClosed =>
        Has(DryContactFaults.Shorted) || (!Has(DryContactFaults.Absent) && _isActive != _normallyClosed);

    protected override void AfterFaultsChange()
    {
        _chatter?.Cancel();
        _chatter = null;
        Settle();
        if (Has(DryContactFaults.Chatter))
            Chatter();
    }

    /// <summary>Edges to and fro over the bounce time, an even number of them, then the new level for good.</summary>
    private void Move(bool before)
    {
        if (IsClosed == before)
            return;

        long span = Has(DryContactFaults.LongBounce) ? LongBounceMicros : ShortBounceMicros;
        long now = _time.NowMicros;
        Drive(!before);
        for (int i = 1; i <= Bounces; i++)
        {
            bool level = i % 2 == 0 ? !before : before;
            _time.Schedule(now + (span * i * i / (Bounces * Bounces)), i == Bounces ? Settle : () => Drive(level));
        }
    }

    private void Chatter()
    {
        _chatterState = !_chatterState;
        Drive(_chatterState);
        _chatter = _time.Schedule(_time.NowMicros + ChatterMicros, Chatter);
    }

    private void Settle() => Drive(IsClosed);

    private void Drive(bool closed) => _pin.Drive(closed ? false : _externalPullUp ? true : null);
}
