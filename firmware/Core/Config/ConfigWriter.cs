using System.Text;
using Appliance.Core.Checksums;

namespace Appliance.Core.Config;

/// <summary>Writes what <see cref="ConfigReader"/> reads.</summary>
public sealed class ConfigWriter
{
    private readonly StringBuilder _text = new StringBuilder(ConfigReader.Header);

    /// <summary>Begins a line.</summary>
    /// <param name="keyword">Characters [a-z_].</param>
    public void Line(string keyword)
    {
        _text.Append('\n');
        _text.Append(keyword);
    }

    /// <summary>Adds a value to the line.</summary>
    /// <param name="name">Characters [a-z0-9_].</param>
    /// <param name="value">Any text without U+0000, which the device's strings cannot hold.</param>
    public void Value(string name, string value)
    {
        _text.Append(' ');
        _text.Append(name);
        _text.Append('=');
        byte[] bytes = Encoding.UTF8.GetBytes(value);
        for (int i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] > ' ' && bytes[i] < 0x7F && bytes[i] != '%')
            {
                _text.Append((char)bytes[i]);
            }
            else
            {
                _text.Append('%');
                _text.Append(bytes[i].ToString("X2"));
            }
        }
    }

    /// <returns>The file, with its check sum.</returns>
    public byte[] ToArray()
    {
        byte[] text = Encoding.UTF8.GetBytes(_text.ToString() + "\n");
        byte[] trailer = Encoding.UTF8.GetBytes(ConfigReader.Trailer + Crc32.Of(text, 0, text.Length).ToString("X8") + "\n");
        byte[] file = new byte[text.Length + trailer.Length];
        System.Array.Copy(text, file, text.Length);
        System.Array.Copy(trailer, 0, file, text.Length, trailer.Length);
        return file;
    }
}
