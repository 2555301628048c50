using Appliance.Core.Metrics;

namespace Appliance.Core.Chips;

/// <summary>
/// What an INA228 measured (SLYS022 section 8.1). Current and power are computed from the two voltages, as those of the INA226.
/// </summary>
public static class Ina228Reading
{
    /// <summary>
    /// Bus, shunt and die continuous, 16 averages of 1.052 ms each: a new value each 50 ms. The shunt has the wide range,
    /// ±163.84 mV, which is that of the reset.
    /// </summary>
    public const int AdcConfiguration = 0xFB6A;

    /// <summary>ALATCH: the conversion-ready flag is cleared by a look at it.</summary>
    public const int Latch = 0x8001;

    /// <summary>Flag CNVRF of the diagnostic register: measured since the set-up and since this was read last.</summary>
    public const int ConversionReady = 0x0002;

    /// <summary>Flag MEMSTAT: the trim memory of the chip agrees with its check sum.</summary>
    private const int MemorySound = 0x0001;

    private const int DeviceId = 0x228;

    /// <summary>85 V, the rating of the input, in counts of 195.3125 µV.</summary>
    private const int BusMaximum = 435_200;

    private const int ShuntMaximum = 0x7FFFF;

    /// <summary>In tenths of a degree: the coldest air it is made for, and the hottest die it survives.</summary>
    private const long Coldest = -400;

    private const long Hottest = 1500;

    /// <param name="id">Device id register; the revision in its low bits does not matter.</param>
    public static bool IsIna228(int id) => ((id >> 4) & 0xFFF) == DeviceId;

    /// <param name="flags">Diagnostic register.</param>
    /// <returns>Timeout before the first conversion; Checksum if the chip no longer knows its trim; else Ok.</returns>
    public static Quality State(int flags)
    {
        if ((flags & MemorySound) == 0)
        {
            return Quality.Checksum;
        }

        return (flags & ConversionReady) == 0 ? Quality.Timeout : Quality.Ok;
    }

    /// <param name="bus">Bus voltage register, 24 bits: 195.3125 µV a count from bit 4 on.</param>
    public static Quality Volts(int bus, out long millivolts)
    {
        int counts = (bus >> 4) & 0xFFFFF;
        millivolts = FixedPoint.Divide(counts * 25L, 128);
        return counts > BusMaximum ? Quality.OutOfRange : Quality.Ok;
    }

    /// <param name="shunt">Shunt voltage register, 24 bits: 312.5 nV a count from bit 4 on, two's complement.</param>
    /// <param name="shuntMicroohm">Resistance of the shunt.</param>
    /// <param name="milliamperes">Current; negative when it flows from IN- to IN+.</param>
    public static Quality Amperes(int shunt, int shuntMicroohm, out long milliamperes)
    {
        milliamperes = 0;
        if (shuntMicroohm <= 0)
        {
            return Quality.NotCalibrated;
        }

        // Up to the sign bit and back: the shift to the right repeats the sign.
        int counts = (shunt << 8) >> 12;
        milliamperes = FixedPoint.Divide(counts * 625L, 2L * shuntMicroohm);
        return counts >= ShuntMaximum || counts <= -ShuntMaximum ? Quality.OutOfRange : Quality.Ok;
    }

    /// <param name="temperature">Die temperature register: 7.8125 m°C a count, two's complement.</param>
    public static Quality Celsius(int temperature, out long tenths)
    {
        tenths = FixedPoint.Divide((short)temperature * 5L, 64);
        return tenths < Coldest || tenths > Hottest ? Quality.OutOfRange : Quality.Ok;
    }
}
