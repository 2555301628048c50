using Appliance.Core.Chips;
using Appliance.Core.Config;
using Appliance.Core.Metrics;

namespace Appliance.App.Composition.Sensors;

/// <summary>One sensor as the configuration has it.</summary>
public sealed class SensorEntry
{
    private readonly ConfigEntry _entry;
    private readonly MetricBook _book;
    private readonly Group _group;

    /// <exception cref="ConfigException">The group is unknown or a value is missing.</exception>
    public SensorEntry(ConfigEntry entry, MetricBook book)
    {
        _entry = entry;
        _book = book;
        Kind = entry.Text("kind");
        Name = entry.Text("name");
        PeriodMs = entry.Number("period", 1, 3600, 5) * 1000;
        if (!GroupName.TryParse(entry.Text("group"), out _group))
        {
            throw new ConfigException(entry.Line, "unknown group '" + entry.Text("group") + "'");
        }
    }

    /// <summary>The line as it is read.</summary>
    public ConfigEntry Config => _entry;

    public string Kind { get; }

    public string Name { get; }

    public int PeriodMs { get; }

    public int Number(string name, int low, int high) => _entry.Number(name, low, high);

    public int Number(string name, int low, int high, int fallback) => _entry.Number(name, low, high, fallback);

    public string Text(string name, string fallback) => _entry.Text(name, fallback);

    /// <exception cref="ConfigException">The value is missing.</exception>
    public string Text(string name) => _entry.Text(name);

    public bool Has(string name) => _entry.Has(name);

    /// <summary>What is wrong with this entry, to be thrown.</summary>
    public ConfigException Error(string problem) => new ConfigException(_entry.Line, problem);

    /// <returns>The value of <c>gpio=</c>.</returns>
    public int Pin() => _entry.Number("gpio", 0, 48);

    /// <summary>The metric of a contact: <c>open</c>, <c>wet</c>, <c>alarm</c>, <c>present</c> or <c>running</c>.</summary>
    public Metric State() => Metric(Text("state", "open"), "", 0);

    /// <summary>The metric of a contact is 1 while the contact is open.</summary>
    public bool OpenIsOne() => _entry.Number("high", 0, 1, 1) == 1;

    /// <summary>What feeds a resistor and the sensor against it.</summary>
    public long SupplyMicrovolts() => Number("supply_mv", 1000, 5500, 3300) * 1000L;

    /// <summary>How long a contact must stand before it counts.</summary>
    public int HoldMs() => _entry.Number("hold_ms", 0, 60_000, 30);

    /// <summary>The contact tells whether something runs, whose hours are worth counting.</summary>
    public bool IsMachine() => Text("state", "open") == "running";

    /// <summary>
    /// Makes a metric of this sensor, with what the entry says of it: corrections as <c>suffix_gain=</c> and so on.
    /// </summary>
    /// <exception cref="ConfigException">Another metric has that key.</exception>
    public Metric Metric(string suffix, string unit, int decimals) => MetricOf(Name, suffix, unit, decimals);

    /// <summary>Makes a metric with a name of its own, and so with a quality of its own.</summary>
    /// <exception cref="ConfigException">Another metric has that key.</exception>
    public Metric MetricOf(string name, string suffix, string unit, int decimals)
    {
        Metric metric = new Metric(_group, name, suffix, unit, decimals);
        if (_book.Find(metric.Key) != null)
        {
            throw Error("a second '" + metric.Key + "'");
        }

        _book.Add(metric);
        AddCalibration(metric, suffix);
        AddPlausibility(metric, suffix);
        return metric;
    }

    /// <returns>The metric whose key stands in the entry: that of another sensor.</returns>
    /// <exception cref="ConfigException">There is none.</exception>
    public Metric Other(string field)
    {
        string key = Text(field);
        return _book.Find(key) ?? throw Error("'" + field + "=" + key + "' is the key of no metric");
    }

    private void AddCalibration(Metric metric, string suffix)
    {
        string gain = suffix + "_gain";
        string offset = suffix + "_offset";
        if (Has(gain) || Has(offset))
        {
            metric.Calibration = new Calibration(
                _entry.Long(offset, 0), Number(gain, 1, int.MaxValue, Calibration.Unity));
        }
    }

    /// <summary>Whatever the quantity, readings may always differ by one of its units.</summary>
    private void AddPlausibility(Metric metric, string suffix)
    {
        string rate = suffix + "_max_per_minute";
        if (Has(rate))
        {
            long step = 1;
            for (int i = 0; i < metric.Decimals; i++)
            {
                step *= 10;
            }

            metric.Plausibility = new Plausibility(_entry.Long(rate, 0), step);
        }
    }

    /// <returns>The ROM code of a 1-Wire device, written as 16 hex digits, family first.</returns>
    public byte[] Rom()
    {
        if (!OneWireRom.TryParse(_entry.Text("rom"), out byte[] rom))
        {
            throw new ConfigException(_entry.Line, "'rom=" + _entry.Text("rom") + "' is not 16 hex digits");
        }

        return rom;
    }
}
