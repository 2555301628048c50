namespace Appliance.Core.Counters;

/// <summary>A whole number that goes on counting over restarts. Written by one thread; any thread may read.</summary>
public sealed class Counter
{
    public Counter(string name, long value)
    {
        Name = name;
        Value = value;
    }

    /// <summary>Unique on the device. Characters [a-z0-9_-].</summary>
    public string Name { get; }

    /// <summary>In the unit of whoever counts.</summary>
    public long Value { get; set; }

    /// <summary>The value in the file that was made last, which may not be written yet.</summary>
    internal long Told { get; set; }

    /// <summary>The value that the file on flash holds.</summary>
    internal long Written { get; set; }
}
