using Appliance.Core.Metrics;

namespace Appliance.Core.Chips;

/// <summary>
/// What a BME280 measured, by the whole-number formulas of its datasheet (section 4.2.3), all in 64 bits. Calibrations that no
/// chip has are noticed before a step of them overflows or divides by zero.
/// </summary>
public static class Bme280Reading
{
    /// <summary>What temperature and pressure hold that have not been measured.</summary>
    private const int Skipped = 0x80000;

    /// <summary>Operating range of the chip (datasheet table 1): hundredths of a degree and pascal.</summary>
    private const long Coldest = -4000;

    private const long Hottest = 8500;
    private const long Thinnest = 30_000;
    private const long Densest = 110_000;

    /// <summary>What can be multiplied by 3125, and more than a pressure in 1/65536 of a pascal can be.</summary>
    private const long MostDifference = long.MaxValue / 3125;

    private const long MostPressure = 1L << 34;

    /// <summary>100 % in 1/4194304 of a percent.</summary>
    private const long Saturated = 419_430_400;

    /// <returns>
    /// True when nothing has been measured. One channel alone at the mark (26 °C on many a chip) is a reading like any other,
    /// if the chip was told to measure both.
    /// </returns>
    public static bool IsPowerOn(int temperature, int pressure) => temperature == Skipped && pressure == Skipped;

    /// <param name="raw">20 bits.</param>
    /// <param name="fine">The temperature in 1/5120 of a degree, which the other two quantities need.</param>
    /// <param name="hundredths">Hundredths of a degree Celsius.</param>
    public static Quality Temperature(Bme280Calibration calibration, int raw, out long fine, out long hundredths)
    {
        fine = 0;
        hundredths = 0;
        if (!calibration.IsSound)
        {
            return Quality.NotCalibrated;
        }

        long linear = (((raw >> 3) - (calibration.T1 << 1)) * (long)calibration.T2) >> 11;
        long distance = (raw >> 4) - calibration.T1;
        long square = (((distance * distance) >> 12) * calibration.T3) >> 14;
        fine = linear + square;
        hundredths = ((fine * 5) + 128) >> 8;
        return hundredths < Coldest || hundredths > Hottest ? Quality.OutOfRange : Quality.Ok;
    }

    /// <param name="raw">20 bits.</param>
    /// <param name="fine">Of a temperature that is Ok.</param>
    /// <param name="pascal">Pascal, which is hectopascal with two decimals.</param>
    public static Quality Pressure(Bme280Calibration calibration, int raw, long fine, out long pascal)
    {
        pascal = 0;
        long warm = fine - 128_000;
        long offset = (warm * warm * calibration.P6) + ((warm * calibration.P5) << 17) + ((long)calibration.P4 << 35);
        long scale = ((warm * warm * calibration.P3) >> 8) + ((warm * calibration.P2) << 12);
        scale = (((1L << 47) + scale) * calibration.P1) >> 33;
        if (!calibration.IsSound || scale <= 0)
        {
            return Quality.NotCalibrated;
        }

        long difference = ((1_048_576L - raw) << 31) - offset;
        if (difference < 0 || difference > MostDifference || difference * 3125 / scale > MostPressure)
        {
            return Quality.OutOfRange;
        }

        long p = difference * 3125 / scale;
        long square = (calibration.P9 * (p >> 13) * (p >> 13)) >> 25;
        long linear = (calibration.P8 * p) >> 19;
        pascal = FixedPoint.Divide(((p + square + linear) >> 8) + ((long)calibration.P7 << 4), 256);
        return pascal < Thinnest || pascal > Densest ? Quality.OutOfRange : Quality.Ok;
    }

    /// <param name="raw">16 bits.</param>
    /// <param name="fine">Of a temperature that is Ok.</param>
    /// <param name="hundredths">Hundredths of a percent, held to 0 to 100 % as the datasheet asks.</param>
    public static Quality Humidity(Bme280Calibration calibration, int raw, long fine, out long hundredths)
    {
        hundredths = 0;
        if (!calibration.HasHumidity)
        {
            return Quality.NotCalibrated;
        }

        long warm = fine - 76_800;
        long counts = (((long)raw << 14) - ((long)calibration.H4 << 20) - (calibration.H5 * warm) + 16_384) >> 15;
        long scale = (((warm * calibration.H6) >> 10) * (((warm * calibration.H3) >> 11) + 32_768)) >> 10;
        scale = (((scale + 2_097_152) * calibration.H2) + 8192) >> 14;
        long humidity = counts * scale;
        humidity -= ((((humidity >> 15) * (humidity >> 15)) >> 7) * calibration.H1) >> 4;
        if (humidity < 0)
        {
            humidity = 0;
        }
        else if (humidity > Saturated)
        {
            humidity = Saturated;
        }

        hundredths = FixedPoint.Divide((humidity >> 12) * 100, 1024);
        return Quality.Ok;
    }
}
