using VirtualBoard.Buses;
using VirtualBoard.Running;

namespace VirtualRack.Chips;

/// <summary>The tach output of a fan (Intel 4-Wire PWM Controlled Fans, 2.1.3) as a running count of pulses on a pin.</summary>
public sealed class FanTach : FaultyChip<FanTachFaults>
{
    private const double ChopPerMicro = 0.025;

    private readonly TimeBase _time;
    private readonly Func<long, double> _revolutions;
    private readonly int _pulsesPerRevolution;

    private double _countAtFault;
    private double _revolutionsAtFault;
    private long _faultAt;

    /// <param name="revolutions">Turns the fan has made until a time of the world in microseconds; never falls.</param>
    public FanTach(TimeBase time, Pin pin, Func<long, double> revolutions, int pulsesPerRevolution = 2)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pulsesPerRevolution);
        _time = time;
        _revolutions = revolutions;
        _pulsesPerRevolution = pulsesPerRevolution;
        _revolutionsAtFault = revolutions(time.NowMicros);
        pin.Pulses = Count;
    }

    protected override void BeforeFaultsChange()
    {
        long now = _time.NowMicros;
        double count = Exact(now);
        _revolutionsAtFault = _revolutions(now);
        _countAtFault = count;
        _faultAt = now;
    }

    private long Count(long atMicros) => (long)Math.Floor(Exact(atMicros));

    private double Exact(long atMicros)
    {
        double share = Has(FanTachFaults.Absent) ? 0 : Has(FanTachFaults.WeakPullUp) ? 0.5 : 1;
        double pulses = share * _pulsesPerRevolution * (_revolutions(atMicros) - _revolutionsAtFault);
        double chop = Has(FanTachFaults.Chopped) && share > 0 ? ChopPerMicro * (atMicros - _faultAt) : 0;
        return _countAtFault + Math.Max(0, pulses) + Math.Max(0, chop);
    }
}
