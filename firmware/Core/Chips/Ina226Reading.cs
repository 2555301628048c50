using Appliance.Core.Metrics;

namespace Appliance.Core.Chips;

/// <summary>
/// What an INA226 measured (SBOS547 section 7). Current and power are computed from the two voltages instead of being read, so
/// that they need no calibration register, which a brown-out of the chip would clear unseen.
/// </summary>
public static class Ina226Reading
{
    /// <summary>Continuous, 16 averages of 1.1 ms for bus and shunt: a new value each 35 ms.</summary>
    public const int Configuration = 0x4527;

    /// <summary>Flag CVRF of the mask/enable register: measured since the set-up and since this was read last.</summary>
    public const int ConversionReady = 0x0008;

    public const int ManufacturerId = 0x5449;

    /// <summary>36 V, the rating of the inputs, in counts of 1.25 mV.</summary>
    private const int BusMaximum = 28_800;

    /// <param name="bus">Bus voltage register: 1.25 mV a count.</param>
    /// <param name="millivolts">Bus voltage.</param>
    public static Quality Volts(int bus, out long millivolts)
    {
        millivolts = FixedPoint.Divide(bus * 125L, 100);
        return bus > BusMaximum ? Quality.OutOfRange : Quality.Ok;
    }

    /// <param name="shunt">Shunt voltage register, as read: 2.5 µV a count, two's complement.</param>
    /// <param name="shuntMicroohm">Resistance of the shunt.</param>
    /// <param name="milliamperes">Current; negative when it flows from IN- to IN+.</param>
    public static Quality Amperes(int shunt, int shuntMicroohm, out long milliamperes)
    {
        milliamperes = 0;
        if (shuntMicroohm <= 0)
        {
            return Quality.NotCalibrated;
        }

        int counts = (short)shunt;
        milliamperes = FixedPoint.Divide(counts * 2500L, shuntMicroohm);
        return counts == short.MaxValue || counts == short.MinValue ? Quality.OutOfRange : Quality.Ok;
    }
}
