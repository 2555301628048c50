using System.Collections;
using Appliance.Core.Chips;
using Appliance.Core.Config;

namespace Appliance.Core.Adoption;

/// <summary>
/// Probes that took the place of others by command, and the file they are kept in: lines <c>adopt name= rom= was=</c> in the
/// configuration format. An adoption stands for as long as the site file names the probe that was replaced: a site file that was
/// provisioned since knows better.
/// </summary>
public sealed class AdoptionBook
{
    private const string Keyword = "adopt";

    private readonly ArrayList _names = new ArrayList();
    private readonly ArrayList _roms = new ArrayList();
    private readonly ArrayList _replaced = new ArrayList();

    public int Count => _names.Count;

    /// <summary>Takes up what earlier starts have adopted. Lines without a name and the ROM codes of DS18B20 are none.</summary>
    /// <param name="file">What <see cref="ToFile"/> made, or null.</param>
    /// <exception cref="ConfigException">The file is damaged.</exception>
    public static AdoptionBook Parse(byte[] file)
    {
        AdoptionBook book = new AdoptionBook();
        ArrayList entries = file == null ? new ArrayList() : ConfigReader.Read(file);
        for (int i = 0; i < entries.Count; i++)
        {
            ConfigEntry entry = (ConfigEntry)entries[i];
            if (entry.Keyword == Keyword
                && OneWireRom.TryParse(entry.Text("rom", ""), out byte[] rom) && IsProbe(rom)
                && OneWireRom.TryParse(entry.Text("was", ""), out byte[] was))
            {
                book.Put(entry.Text("name", ""), rom, was);
            }
        }

        return book;
    }

    /// <param name="was">The ROM code that the site file has.</param>
    /// <returns>This book with one adoption more, in place of an earlier one of the same name.</returns>
    public AdoptionBook With(string name, byte[] rom, byte[] was)
    {
        AdoptionBook book = new AdoptionBook();
        for (int i = 0; i < Count; i++)
        {
            book.Put((string)_names[i], (byte[])_roms[i], (byte[])_replaced[i]);
        }

        book.Put(name, rom, was);
        return book;
    }

    /// <summary>
    /// Which probe is behind each name. An adopted one that is needed twice, since the site file has given it to another name,
    /// belongs to the site file's.
    /// </summary>
    /// <param name="names">Of all probes.</param>
    /// <param name="site">What the site file has, one for each name.</param>
    /// <returns>One ROM code for each name; the very array of <paramref name="site"/> where nothing was adopted.</returns>
    public byte[][] Resolve(string[] names, byte[][] site)
    {
        byte[][] roms = new byte[names.Length][];
        for (int i = 0; i < names.Length; i++)
        {
            int at = _names.IndexOf(names[i]);
            bool stands = at >= 0 && OneWireRom.AreEqual((byte[])_replaced[at], site[i]);
            roms[i] = stands ? (byte[])_roms[at] : site[i];
        }

        // What is given back may be wanted by another one that adopted it.
        while (GiveBack(roms, site))
        {
        }

        return roms;
    }

    /// <returns>The file.</returns>
    public byte[] ToFile()
    {
        ConfigWriter writer = new ConfigWriter();
        for (int i = 0; i < _names.Count; i++)
        {
            writer.Line(Keyword);
            writer.Value("name", (string)_names[i]);
            writer.Value("rom", OneWireRom.ToText((byte[])_roms[i]));
            writer.Value("was", OneWireRom.ToText((byte[])_replaced[i]));
        }

        return writer.ToArray();
    }

    private void Put(string name, byte[] rom, byte[] was)
    {
        int at = _names.IndexOf(name);
        if (at >= 0)
        {
            _names.RemoveAt(at);
            _roms.RemoveAt(at);
            _replaced.RemoveAt(at);
        }

        _names.Add(name);
        _roms.Add(rom);
        _replaced.Add(was);
    }

    private static bool IsProbe(byte[] rom) => OneWireRom.IsSound(rom) && rom[0] == OneWireRom.Ds18b20;

    private static bool GiveBack(byte[][] roms, byte[][] site)
    {
        for (int i = 0; i < roms.Length; i++)
        {
            for (int j = 0; j < roms.Length; j++)
            {
                if (i != j && roms[i] != site[i] && OneWireRom.AreEqual(roms[i], roms[j]))
                {
                    roms[i] = site[i];
                    return true;
                }
            }
        }

        return false;
    }
}
