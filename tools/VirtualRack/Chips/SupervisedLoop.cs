namespace VirtualRack.Chips;

/// <summary>
/// A contact with end-of-line resistors, one in series and one across it, behind a pull-up to a reference: four voltages for
/// closed, open, shorted and cut.
/// </summary>
public sealed class SupervisedLoop : FaultyChip<SupervisedLoopFaults>, IVoltageSource
{
    private const double CorrosionOhms = 300;

    private readonly bool _normallyClosed;
    private readonly double _pullUpOhms;
    private readonly double _seriesOhms;
    private readonly double _parallelOhms;
    private readonly double _referenceVolts;

    /// <param name="normallyClosed">Closed at rest and open when active.</param>
    public SupervisedLoop(
        bool normallyClosed,
        double pullUpOhms = 1000,
        double seriesOhms = 1000,
        double parallelOhms = 1000,
        double referenceVolts = 3.3)
    {
        _normallyClosed = normallyClosed;
        _pullUpOhms = pullUpOhms;
        _seriesOhms = seriesOhms;
        _parallelOhms = parallelOhms;
        _referenceVolts = referenceVolts;
    }

    /// <summary>What the contact watches has happened: the door is open.</summary>
    public bool IsActive { get; set; }

    /// <summary>The contact itself, whatever its wire does.</summary>
    public bool IsClosed => IsActive != _normallyClosed;

    public double Volts(long atMicros)
    {
        if (Has(SupervisedLoopFaults.Absent))
            return _referenceVolts;

        double ohms = Has(SupervisedLoopFaults.Shorted) ? 0 : Ohms();
        return _referenceVolts * ohms / (_pullUpOhms + ohms);
    }

    private double Ohms()
    {
        double corrosion = Has(SupervisedLoopFaults.Corroded) ? CorrosionOhms : 0;
        double contact = IsClosed ? corrosion * _parallelOhms / (corrosion + _parallelOhms) : _parallelOhms;
        return _seriesOhms + contact;
    }
}
