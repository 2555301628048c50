using System.Text;

namespace Appliance.Core.Metrics;

/// <summary>
/// One figure that the appliance tells: a value in fixed point, how good it is, and when it was taken.
/// Written and read by the sampler's thread only.
/// </summary>
public sealed class Metric
{
    /// <summary>Value of <see cref="LostSince"/> while nothing is lost.</summary>
    public const long Never = -1;

    private const int PatiencePeriods = 3;
    private const long LeastPatienceMs = 10_000;

    /// <param name="name">What is measured: <c>inlet</c>. Characters [a-z0-9_].</param>
    /// <param name="suffix">Unit as it stands in the key: <c>c</c> makes <c>inlet_c</c>.</param>
    /// <param name="unit">Unit for people: <c>°C</c>.</param>
    /// <param name="decimals">Decimal places of the fixed point: 2 makes 2150 mean 21.50.</param>
    public Metric(Group group, string name, string suffix, string unit, int decimals)
    {
        Group = group;
        Name = name;
        Suffix = suffix;
        Unit = unit;
        Decimals = decimals;
        Quality = Quality.Pending;
        KeyToken = Encoding.UTF8.GetBytes("\"" + name + "_" + suffix + "\":");
    }

    public Group Group { get; }

    public string Name { get; }

    public string Suffix { get; }

    public string Unit { get; }

    public int Decimals { get; }

    /// <summary>The key with quotes and colon, encoded once so that a report allocates nothing for it.</summary>
    public byte[] KeyToken { get; }

    /// <summary>Limits in force, or null.</summary>
    public Limits Limits { get; set; }

    /// <summary>How a reading becomes the value, or null: as it is.</summary>
    public Calibration Calibration { get; set; }

    /// <summary>How fast the value can change, or null: as it likes.</summary>
    public Plausibility Plausibility { get; set; }

    /// <summary>Seconds between two readings; 0 if it has no rhythm, and then it never becomes stale.</summary>
    public int PeriodSeconds { get; set; }

    /// <summary>Seconds for which a reading may be missing before it is lost; 0 for the usual patience.</summary>
    public int LostSeconds { get; set; }

    /// <summary>
    /// Milliseconds for which a missing reading is only that: three periods, and at least 10 s, unless told otherwise. One that is
    /// missing for longer is old, or lost.
    /// </summary>
    public long PatienceMs =>
        LostSeconds > 0 ? LostSeconds * 1000L :
        PeriodSeconds * 1000L * PatiencePeriods > LeastPatienceMs ? PeriodSeconds * 1000L * PatiencePeriods : LeastPatienceMs;

    /// <summary>The last reading in fixed point; holds its value while the quality is not Ok.</summary>
    public long Value { get; private set; }

    public Quality Quality { get; private set; }

    /// <summary>Uptime in milliseconds at which value or quality was last written.</summary>
    public long Time { get; private set; }

    /// <summary>
    /// Uptime in milliseconds of the first of the failures that stand unbroken by anything that clears the sensor
    /// (<see cref="QualityMeaning.IsLoss"/>); <see cref="Never"/> while there is none.
    /// </summary>
    public long LostSince { get; private set; } = Never;

    public bool IsOk => Quality == Quality.Ok;

    /// <summary>The key in messages: <c>inlet_c</c>.</summary>
    public string Key => Name + "_" + Suffix;

    /// <summary>Takes a reading: calibrates it, and holds it back if it cannot be.</summary>
    public void Set(long reading, long now)
    {
        long value = reading;
        if (Calibration != null && !Calibration.TryApply(reading, out value))
        {
            Fail(Quality.OutOfRange, now);
        }
        else if (Plausibility != null && !Plausibility.Believes(value, now))
        {
            Fail(Quality.Implausible, now);
        }
        else
        {
            Value = value;
            Write(Quality.Ok, now);
        }
    }

    /// <summary>Takes what a decoder made of a raw reading: the value if it is Ok, else why there is none.</summary>
    public void Put(Quality quality, long value, long now)
    {
        if (quality == Quality.Ok)
        {
            Set(value, now);
        }
        else
        {
            Fail(quality, now);
        }
    }

    public void Fail(Quality quality, long now) => Write(quality, now);

    /// <summary>
    /// Marks it stale if nobody has written it for too long. What is lost already keeps its reason, which tells more.
    /// </summary>
    public void Expire(long now)
    {
        if (PeriodSeconds > 0 && now - Time > PatienceMs && !Quality.IsLoss())
        {
            Fail(Quality.Stale, now);
        }
    }

    private void Write(Quality quality, long now)
    {
        Quality = quality;
        Time = now;
        if (!quality.IsLoss())
        {
            LostSince = Never;
        }
        else if (LostSince == Never)
        {
            LostSince = now;
        }
    }
}
