using Appliance.Core.Metrics;

namespace SystemTests.Drivers;

/// <summary>What a metric has to say.</summary>
internal static class MetricAssert
{
    /// <summary>It is a reading, off by at most half a step of the chip and half a step of the metric's own decimals.</summary>
    /// <param name="step">Weight of one count of the chip, in the metric's unit.</param>
    public static void Reads(double expected, double step, Metric metric)
    {
        Assert.Equal(Quality.Ok, metric.Quality);
        Near(expected, step, metric);
    }

    /// <summary>Whatever it tells as a reading is one.</summary>
    public static void IsRightOrNoReading(double expected, double step, Metric metric)
    {
        if (metric.IsOk)
            Near(expected, step, metric);
    }

    public static void AllAre(Quality quality, IEnumerable<Metric> metrics) =>
        Assert.All(metrics, m => Assert.Equal(quality, m.Quality));

    private static void Near(double expected, double step, Metric metric)
    {
        double unit = Math.Pow(10, -metric.Decimals);
        Assert.Equal(expected, metric.Value * unit, ((step + unit) / 2) + 1e-9);
    }
}
