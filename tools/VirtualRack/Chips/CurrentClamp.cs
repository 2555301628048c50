namespace VirtualRack.Chips;

/// <summary>
/// A current transformer of the SCT-013 kind with its burden: a voltage in proportion to the current of this moment, on a bias.
/// The current is a sine with, if asked for, the third harmonic that rectifiers bring.
/// </summary>
public sealed class CurrentClamp : FaultyChip<CurrentClampFaults>, IVoltageSource
{
    private readonly Func<double> _amps;
    private readonly double _voltsPerAmp;
    private readonly double _radiansPerMicro;
    private readonly double _biasVolts;
    private readonly double _third;

    /// <param name="amps">Root mean square of the current.</param>
    /// <param name="milliamperesPerVolt">30000 for an SCT-013-030.</param>
    /// <param name="thirdHarmonic">Third harmonic as a share of the fundamental, 0 to 1.</param>
    public CurrentClamp(
        Func<double> amps, double milliamperesPerVolt = 30_000, double hertz = 50, double biasVolts = 1.65, double thirdHarmonic = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(milliamperesPerVolt);
        _amps = amps;
        _voltsPerAmp = 1000 / milliamperesPerVolt;
        _radiansPerMicro = 2 * Math.PI * hertz * 1e-6;
        _biasVolts = biasVolts;
        _third = thirdHarmonic;
    }

    public double Volts(long atMicros)
    {
        double bias = Has(CurrentClampFaults.BiasLost) ? 0 : _biasVolts;
        if (Has(CurrentClampFaults.Absent))
            return bias;

        double phase = _radiansPerMicro * atMicros;
        double wave = (Math.Sin(phase) + (_third * Math.Sin(3 * phase))) * Math.Sqrt(2 / (1 + (_third * _third)));
        double gain = Has(CurrentClampFaults.BurdenOpen) ? 1000 : 1;
        return bias + (gain * _voltsPerAmp * _amps() * wave);
    }
}
