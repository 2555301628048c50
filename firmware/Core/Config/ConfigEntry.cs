using System.Collections;

namespace Appliance.Core.Config;

/// <summary>One line of a configuration file: a keyword and its named values, such as <c>target name=sw1 host=192.0.2.2</c>.</summary>
public sealed class ConfigEntry
{
    private readonly ArrayList _names = new ArrayList();
    private readonly ArrayList _values = new ArrayList();

    public ConfigEntry(string keyword, int line)
    {
        Keyword = keyword;
        Line = line;
    }

    public string Keyword { get; }

    public int Line { get; }

    /// <summary>Values that it has.</summary>
    public int Count => _names.Count;

    public string NameAt(int index) => (string)_names[index];

    public string ValueAt(int index) => (string)_values[index];

    /// <summary>Adds a value.</summary>
    /// <exception cref="ConfigException">The name stands there twice.</exception>
    public void Add(string name, string value)
    {
        if (Has(name))
        {
            throw new ConfigException(Line, "'" + name + "' stands twice");
        }

        _names.Add(name);
        _values.Add(value);
    }

    public bool Has(string name) => _names.IndexOf(name) >= 0;

    /// <exception cref="ConfigException">The value is missing.</exception>
    public string Text(string name)
    {
        int at = _names.IndexOf(name);
        if (at < 0)
        {
            throw new ConfigException(Line, Keyword + " needs '" + name + "='");
        }

        return (string)_values[at];
    }

    public string Text(string name, string fallback) => Has(name) ? Text(name) : fallback;

    /// <exception cref="ConfigException">The value is missing, no whole number, or outside the range.</exception>
    public int Number(string name, int low, int high)
    {
        string text = Text(name);
        if (!int.TryParse(text, out int value) || value < low || value > high)
        {
            throw new ConfigException(
                Line,
                "'" + name + "=" + text + "' is no whole number from " + low.ToString() + " to " + high.ToString());
        }

        return value;
    }

    public int Number(string name, int low, int high, int fallback) => Has(name) ? Number(name, low, high) : fallback;

    /// <exception cref="ConfigException">The value is there but no whole number.</exception>
    public long Long(string name, long fallback)
    {
        if (!Has(name))
        {
            return fallback;
        }

        string text = Text(name);
        if (!long.TryParse(text, out long value))
        {
            throw new ConfigException(Line, "'" + name + "=" + text + "' is no whole number");
        }

        return value;
    }
}
