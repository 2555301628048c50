using System.Globalization;
using System.Text;
using Appliance.Core.Checksums;

namespace Ixp.Sites;

/// <summary>
/// Writes the device's configuration format: lines of a keyword and name=value pairs, with a header and a check sum at the end.
/// </summary>
public sealed class ConfigWriter
{
    private readonly StringBuilder _text = new("ixp-config 1\n");

    public ConfigWriter Line(string keyword, params IEnumerable<(string Name, string? Value)> values)
    {
        _text.Append(keyword);
        foreach (var (name, value) in values)
        {
            if (value is not null)
                _text.Append(' ').Append(name).Append('=').Append(Escape(value));
        }

        _text.Append('\n');
        return this;
    }

    public byte[] ToBytes()
    {
        byte[] body = Encoding.ASCII.GetBytes(_text.ToString());
        string trailer = string.Create(CultureInfo.InvariantCulture, $"end crc={Crc32.Of(body, 0, body.Length):X8}\n");
        return [.. body, .. Encoding.ASCII.GetBytes(trailer)];
    }

    /// <summary>Spaces, percent signs and all that is no printable ASCII become %XX of their UTF-8.</summary>
    private static string Escape(string value)
    {
        if (value.Contains('\0', StringComparison.Ordinal))
            throw new SiteException("A value holds the character U+0000, which the device cannot keep.");

        var escaped = new StringBuilder();
        foreach (byte b in Encoding.UTF8.GetBytes(value))
        {
            if (b is > 0x20 and < 0x7F and not (byte)'%')
                escaped.Append((char)b);
            else
                escaped.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
        }

        return escaped.ToString();
    }
}
