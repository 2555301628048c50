namespace VirtualRack.Chips;

/// <summary>
/// From physical quantities to raw words: the floating-point formulas of the datasheet (appendix 8.1) turned round by bisection.
/// </summary>
internal sealed class Bme280Math(Bme280Calibration c)
{
    private const int Maximum20 = 0xFFFFF, Maximum16 = 0xFFFF;

    /// <returns>Temperature in 1/5120 of a degree, t_fine.</returns>
    public double Fine(double raw)
    {
        double linear = ((raw / 16384) - (c.T1 / 1024.0)) * c.T2;
        double distance = (raw / 131072) - (c.T1 / 8192.0);
        return linear + (distance * distance * c.T3);
    }

    /// <returns>Pascal.</returns>
    public double Pressure(double raw, double fine)
    {
        double warm = (fine / 2) - 64000;
        double offset = (warm * warm * c.P6 / 32768) + (warm * c.P5 * 2);
        offset = (offset / 4) + (c.P4 * 65536.0);
        double scale = ((c.P3 * warm * warm / 524288) + (c.P2 * warm)) / 524288;
        scale = (1 + (scale / 32768)) * c.P1;
        double p = (1048576 - raw - (offset / 4096)) * 6250 / scale;
        return p + (((c.P9 * p * p / 2147483648) + (p * c.P8 / 32768) + c.P7) / 16);
    }

    /// <returns>Percent, not held to 0 to 100.</returns>
    public double Humidity(double raw, double fine)
    {
        double warm = fine - 76800;
        double h = raw - ((c.H4 * 64.0) + (c.H5 / 16384.0 * warm));
        h *= c.H2 / 65536.0 * (1 + (c.H6 / 67108864.0 * warm * (1 + (c.H3 / 67108864.0 * warm))));
        return h * (1 - (c.H1 * h / 524288));
    }

    public int RawTemperature(double celsius) => Nearest(Maximum20, celsius, raw => Fine(raw) / 5120);

    public int RawPressure(double pascal, double fine) => Maximum20 - Nearest(Maximum20, pascal, raw => Pressure(Maximum20 - raw, fine));

    public int RawHumidity(double percent, double fine) => Nearest(Maximum16, percent, raw => Humidity(raw, fine));

    /// <returns>The argument from 0 to the maximum for which a rising function comes nearest to the value.</returns>
    private static int Nearest(int maximum, double value, Func<int, double> rising)
    {
        int low = 0, high = maximum;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (rising(middle) < value)
                low = middle + 1;
            else
                high = middle;
        }

        return low > 0 && value - rising(low - 1) < rising(low) - value ? low - 1 : low;
    }
}
