using System;
using Appliance.App.Storage;
using Appliance.Core.Adoption;
using Appliance.Core.Chips;
using Appliance.Core.Config;
using Appliance.Drivers.Ds18b20;

namespace Appliance.App.Adoption;

/// <summary>The DS18B20 that have a name: which of them the site file names, and which took its place. Kept on flash.</summary>
public sealed class ProbeRoster
{
    private readonly Ds18b20Probe[] _probes;
    private readonly byte[][] _siteRoms;
    private AdoptionBook _book = new AdoptionBook();

    /// <summary>Has the adoptions of earlier starts take effect.</summary>
    /// <param name="probes">As the site file has them, not read yet.</param>
    public ProbeRoster(Ds18b20Probe[] probes)
    {
        _probes = probes;
        _siteRoms = new byte[probes.Length][];
        string[] names = new string[probes.Length];
        for (int i = 0; i < probes.Length; i++)
        {
            names[i] = probes[i].Temperature.Name;
            _siteRoms[i] = probes[i].Rom;
        }

        try
        {
            _book = AdoptionBook.Parse(DurableFile.Read(Folder.Adopted));
        }
        catch (ConfigException e)
        {
            // It stays where it is for whoever wants to know, until the next adoption.
            Log.Line("adoption", "the probes are those of the site file: " + e.Message);
        }

        Apply(_book.Resolve(names, _siteRoms));
    }

    /// <returns>The probe of that name, or null.</returns>
    public Ds18b20Probe Find(string name)
    {
        int at = IndexOf(name);
        return at < 0 ? null : _probes[at];
    }

    /// <returns>The probe that has this ROM code, or null.</returns>
    public Ds18b20Probe FindRom(byte[] rom)
    {
        for (int i = 0; i < _probes.Length; i++)
        {
            if (OneWireRom.AreEqual(_probes[i].Rom, rom))
            {
                return _probes[i];
            }
        }

        return null;
    }

    /// <summary>Another part is this probe from now on, and after a restart. To be called between the steps of the sensors.</summary>
    /// <exception cref="Exception">It cannot be kept on flash. Nothing has changed then.</exception>
    public void Adopt(string name, byte[] rom)
    {
        int at = IndexOf(name);
        AdoptionBook book = _book.With(name, rom, _siteRoms[at]);
        DurableFile.Write(Folder.Adopted, book.ToFile());
        _book = book;
        _probes[at].Adopt(rom);
    }

    private int IndexOf(string name)
    {
        for (int i = 0; i < _probes.Length; i++)
        {
            if (_probes[i].Temperature.Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    private void Apply(byte[][] roms)
    {
        for (int i = 0; i < _probes.Length; i++)
        {
            if (roms[i] != _siteRoms[i])
            {
                _probes[i].Adopt(roms[i]);
                Log.Line("adoption", _probes[i].Temperature.Name + " is " + OneWireRom.ToText(roms[i]));
            }
        }
    }
}
