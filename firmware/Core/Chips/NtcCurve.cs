using Appliance.Core.Arithmetic;
using Appliance.Core.Metrics;

namespace Appliance.Core.Chips;

/// <summary>
/// A thermistor in a divider, by the Beta model: 1/T = 1/T0 + ln(R/R0)/B with T0 = 25 °C. A part of 10 kΩ with B = 3950 behind
/// 10 kΩ is told from -29 to 110 °C; nearer to the ends of the divider its wire counts as cut or shorted.
/// </summary>
public sealed class NtcCurve
{
    /// <summary>Hundredths of a kelvin at 0 °C and at the temperature of the nominal resistance.</summary>
    private const long Zero = 27315;

    private const long Nominal = 29815;

    /// <summary>Beyond this share of the reference, at either end, no thermistor of use here can be.</summary>
    private const int EndPercent = 5;

    private const long Coldest = -5500;
    private const long Hottest = 15000;

    private readonly int _nominalOhm;
    private readonly int _beta;
    private readonly int _fixedOhm;
    private readonly long _reference;
    private readonly bool _isHighSide;

    /// <param name="nominalOhm">Resistance at 25 °C.</param>
    /// <param name="beta">B in kelvin.</param>
    /// <param name="fixedOhm">The other resistor of the divider.</param>
    /// <param name="referenceMicrovolts">What feeds the divider.</param>
    /// <param name="isHighSide">True if the thermistor is between reference and tap, false if between tap and ground.</param>
    public NtcCurve(int nominalOhm, int beta, int fixedOhm, long referenceMicrovolts, bool isHighSide)
    {
        _nominalOhm = nominalOhm;
        _beta = beta;
        _fixedOhm = fixedOhm;
        _reference = referenceMicrovolts;
        _isHighSide = isHighSide;
    }

    /// <param name="microvolts">At the tap.</param>
    /// <param name="hundredths">The temperature in hundredths of a degree Celsius when the quality is Ok.</param>
    public Quality Decode(long microvolts, out long hundredths)
    {
        hundredths = 0;
        if (_nominalOhm <= 0 || _beta <= 0 || _fixedOhm <= 0 || _reference <= 0)
        {
            return Quality.NotCalibrated;
        }

        // The voltage across the thermistor, whichever side it is on.
        long across = _isHighSide ? _reference - microvolts : microvolts;
        long end = _reference * EndPercent / 100;
        if (across <= end)
        {
            return Quality.WireShorted;
        }

        if (across >= _reference - end)
        {
            return Quality.WireCut;
        }

        return Celsius(Logarithm.Natural(_fixedOhm * across, _nominalOhm * (_reference - across)), out hundredths);
    }

    /// <param name="logarithm">ln(R/R0) in millionths.</param>
    private Quality Celsius(long logarithm, out long hundredths)
    {
        // T = T0 B / (B + T0 ln(R/R0)): B in hundred-millionths, T0 in hundredths, the logarithm in millionths.
        long beta = _beta * 100_000_000L;
        long divisor = beta + (Nominal * logarithm);
        if (divisor <= 0)
        {
            hundredths = 0;
            return Quality.OutOfRange;
        }

        hundredths = FixedPoint.Divide(Nominal * beta, divisor) - Zero;
        return hundredths < Coldest || hundredths > Hottest ? Quality.OutOfRange : Quality.Ok;
    }
}
