using Appliance.Core.Metrics;

namespace Appliance.Core.Chips;

/// <summary>
/// What an INA219 measured (SBOS448 section 8.6). Current and power are computed from the two voltages, as those of the INA226.
/// </summary>
public static class Ina219Reading
{
    /// <summary>RST: all registers as after power-on.</summary>
    public const int Reset = 0x8000;

    /// <summary>
    /// Continuous, 32 samples of 12 bits for bus and shunt: a new value each 34 ms. Bus scale of 32 V, shunt scale of ±320 mV.
    /// </summary>
    public const int Configuration = 0x3EEF;

    /// <summary>Flag CNVR of the bus voltage register: measured since the set-up and since the power was read last.</summary>
    public const int ConversionReady = 0x0002;

    /// <summary>Flag OVF of the bus voltage register: the current did not fit the chip's own arithmetic.</summary>
    public const int Overflow = 0x0001;

    /// <summary>26 V, the rating of the inputs, in counts of 4 mV.</summary>
    private const int BusMaximum = 6500;

    /// <summary>320 mV in counts of 10 µV.</summary>
    private const int ShuntMaximum = 32_000;

    /// <param name="bus">Bus voltage register, 16 bits without a sign: 4 mV a count from bit 3 on.</param>
    public static Quality Volts(int bus, out long millivolts)
    {
        // Bit 15 is worth 16.384 V; as a sign it would make every rail above that a negative one.
        int counts = (bus & 0xFFFF) >> 3;
        millivolts = counts * 4L;
        return counts > BusMaximum ? Quality.OutOfRange : Quality.Ok;
    }

    /// <param name="bus">Bus voltage register, for its overflow flag.</param>
    /// <param name="shunt">Shunt voltage register: 10 µV a count, two's complement.</param>
    /// <param name="shuntMicroohm">Resistance of the shunt.</param>
    /// <param name="milliamperes">Current; negative when it flows from IN- to IN+.</param>
    public static Quality Amperes(int bus, int shunt, int shuntMicroohm, out long milliamperes)
    {
        milliamperes = 0;
        if (shuntMicroohm <= 0)
        {
            return Quality.NotCalibrated;
        }

        int counts = (short)shunt;
        milliamperes = FixedPoint.Divide(counts * 10_000L, shuntMicroohm);
        bool isBeyond = counts >= ShuntMaximum || counts <= -ShuntMaximum || (bus & Overflow) != 0;
        return isBeyond ? Quality.OutOfRange : Quality.Ok;
    }
}
