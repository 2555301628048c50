using Appliance.Core.Config;
using Appliance.Core.Metrics;

namespace Appliance.App.Composition;

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

    public string Kind { get; }

    public string Name { get; }

    public int PeriodMs { get; }

    public int Number(string name, int low, int high) => _entry.Number(name, low, high);

    public int Number(string name, int low, int high, int fallback) => _entry.Number(name, low, high, fallback);

    public string Text(string name, string fallback) => _entry.Text(name, fallback);

    public ConfigException Unknown() => new ConfigException(_entry.Line, "unknown kind of sensor '" + Kind + "'");

    /// <summary>Makes a metric of this sensor, with the limits that stand in the entry as <c>suffix_low_warning=</c> and so on.</summary>
    public Metric Metric(string suffix, string unit, int decimals)
    {
        Metric metric = _book.Add(new Metric(_group, Name, suffix, unit, decimals));
        Limits limits = new Limits();
        limits.LowCritical = _entry.Long(suffix + "_low_critical", Limits.None);
        limits.LowWarning = _entry.Long(suffix + "_low_warning", Limits.None);
        limits.HighWarning = _entry.Long(suffix + "_high_warning", Limits.None);
        limits.HighCritical = _entry.Long(suffix + "_high_critical", Limits.None);
        if (!limits.IsEmpty)
        {
            metric.Limits = limits;
        }

        return metric;
    }

    /// <returns>The ROM code of a 1-Wire device, written as 16 hex digits, family first.</returns>
    public byte[] Rom()
    {
        char[] digits = _entry.Text("rom").ToCharArray();
        byte[] rom = new byte[8];
        bool isHex = digits.Length == 16;
        for (int i = 0; isHex && i < 8; i++)
        {
            int value = (Nibble(digits[2 * i]) << 4) | Nibble(digits[(2 * i) + 1]);
            isHex = value >= 0;
            rom[i] = (byte)value;
        }

        if (!isHex)
        {
            throw new ConfigException(_entry.Line, "'rom=" + _entry.Text("rom") + "' is not 16 hex digits");
        }

        return rom;
    }

    private static int Nibble(char digit)
    {
        if (digit >= '0' && digit <= '9')
        {
            return digit - '0';
        }

        return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -256;
    }
}
