namespace VirtualBoard.Buses;

/// <summary>
/// Raw codes of a typical ESP32 at 12 bits and 12 dB: dead below 0.142 V, straight to 2.45 V, bent beyond, full at 3.13 V. The
/// figures are those by which the maker's calibration describes a chip with the nominal reference of 1.1 V; another chip has its
/// own, some percent off.
/// </summary>
public static class AdcCurve
{
    public const int FullScale = 4095;

    /// <summary>Volts below which every code is 0.</summary>
    public const double DeadVolts = 0.142;

    /// <summary>Volts of one code on the straight part.</summary>
    public const double VoltsPerCode = 0.80564e-3;

    /// <summary>Volts up to which the curve is straight.</summary>
    public const double StraightVolts = 2.45;

    /// <summary>Volts from which every code is 4095.</summary>
    public const double FullVolts = 3.13;

    private const double BendCode = (StraightVolts - DeadVolts) / VoltsPerCode;

    /// <param name="volts">At the pin; what is no number counts as ground.</param>
    /// <returns>0 to 4095.</returns>
    public static int Code(double volts)
    {
        if (double.IsNaN(volts))
            return 0;

        double code = volts <= StraightVolts
            ? (volts - DeadVolts) / VoltsPerCode
            : BendCode + ((volts - StraightVolts) / (FullVolts - StraightVolts) * (FullScale - BendCode));
        return (int)Math.Clamp(Math.Floor(code), 0, FullScale);
    }
}
