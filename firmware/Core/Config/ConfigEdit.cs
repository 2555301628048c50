using System.Collections;

namespace Appliance.Core.Config;

/// <summary>Changes one value of a configuration file. Comments get lost.</summary>
public static class ConfigEdit
{
    /// <param name="name">Which of the lines with that keyword; empty for the only one.</param>
    /// <param name="value">Empty takes the value away.</param>
    /// <param name="mayAdd">A line that is not there is added.</param>
    /// <param name="was">The value before; empty if there was none.</param>
    /// <returns>The new file.</returns>
    /// <exception cref="ConfigException">The file is damaged, or has no such line.</exception>
    public static byte[] With(byte[] file, string keyword, string name, string key, string value, bool mayAdd, out string was)
    {
        ArrayList entries = ConfigReader.Read(file);
        ConfigWriter writer = new ConfigWriter();
        bool isFound = false;
        was = "";
        for (int i = 0; i < entries.Count; i++)
        {
            ConfigEntry entry = (ConfigEntry)entries[i];
            writer.Line(entry.Keyword);
            if (IsMeant(entry, keyword, name))
            {
                isFound = true;
                was = entry.Text(key, "");
                Write(writer, entry, key, value);
            }
            else
            {
                Write(writer, entry, null, null);
            }
        }

        if (!isFound)
        {
            if (!mayAdd)
            {
                throw new ConfigException(0, "there is no " + keyword + " '" + name + "'");
            }

            writer.Line(keyword);
            if (name.Length > 0)
            {
                writer.Value("name", name);
            }

            writer.Value(key, value);
        }

        return writer.ToArray();
    }

    /// <returns>The line is the one that is spoken of.</returns>
    public static bool IsMeant(ConfigEntry entry, string keyword, string name) =>
        entry.Keyword == keyword && (name.Length == 0 || entry.Text("name", "") == name);

    private static void Write(ConfigWriter writer, ConfigEntry entry, string key, string value)
    {
        for (int i = 0; i < entry.Count; i++)
        {
            bool isKey = entry.NameAt(i) == key;
            if (!isKey || value.Length > 0)
            {
                writer.Value(entry.NameAt(i), isKey ? value : entry.ValueAt(i));
            }
        }

        if (key != null && value.Length > 0 && !entry.Has(key))
        {
            writer.Value(key, value);
        }
    }
}
