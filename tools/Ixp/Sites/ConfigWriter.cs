namespace Ixp.Sites;

/// <summary>Lines of a device's configuration, written by the device's own writer: what it writes, its reader reads.</summary>
public sealed class ConfigWriter
{
    private readonly Appliance.Core.Config.ConfigWriter _file = new();

    /// <param name="values">One that is null is left out.</param>
    /// <exception cref="SiteException">The device cannot keep a value.</exception>
    public ConfigWriter Line(string keyword, params IEnumerable<(string Name, string? Value)> values)
    {
        _file.Line(keyword);
        foreach (var (name, value) in values)
        {
            if (value is null)
                continue;
            if (value.Contains('\0', StringComparison.Ordinal))
                throw new SiteException("A value holds the character U+0000, which the device cannot keep.");
            _file.Value(name, value);
        }

        return this;
    }

    public byte[] ToBytes() => _file.ToArray();
}
