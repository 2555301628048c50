namespace VirtualRack.Chips;

/// <summary>A thermistor and a fixed resistor between a reference and ground, by the Beta equation R = R0 exp(B (1/T - 1/T0)).</summary>
public sealed class Ntc : FaultyChip<NtcFaults>, IVoltageSource
{
    private const double ZeroKelvin = -273.15;
    private const double NominalKelvin = 298.15;

    private readonly Func<double> _celsius;
    private readonly double _nominalOhms;
    private readonly double _beta;
    private readonly double _fixedOhms;
    private readonly double _referenceVolts;
    private readonly bool _isHighSide;

    /// <param name="celsius">Temperature of the part.</param>
    /// <param name="nominalOhms">Resistance at 25 °C.</param>
    /// <param name="isHighSide">The part is between reference and tap; else between tap and ground.</param>
    public Ntc(
        Func<double> celsius,
        double nominalOhms = 10_000,
        double beta = 3950,
        double fixedOhms = 10_000,
        double referenceVolts = 3.3,
        bool isHighSide = false)
    {
        _celsius = celsius;
        _nominalOhms = nominalOhms;
        _beta = beta;
        _fixedOhms = fixedOhms;
        _referenceVolts = referenceVolts;
        _isHighSide = isHighSide;
    }

    public double Volts(long atMicros)
    {
        double share = Has(NtcFaults.Shorted) ? 0 : Has(NtcFaults.Absent) ? 1 : 1 / (1 + (_fixedOhms / Ohms()));
        return _referenceVolts * (_isHighSide ? 1 - share : share);
    }

    private double Ohms() => _nominalOhms * Math.Exp(_beta * ((1 / (_celsius() - ZeroKelvin)) - (1 / NominalKelvin)));
}
