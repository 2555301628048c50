using System.Collections;

namespace Appliance.Core.Config;

/// <summary>What this device is, where its broker is, what is wired to it and what it watches.</summary>
public sealed class SiteConfig
{
    private static readonly string[] Keywords =
        { "site", "broker", "time", "network", "report", "board", "pin", "sensor", "target", "port", "alarm" };

    private readonly Hashtable _single = new Hashtable();

    private SiteConfig(string hash)
    {
        Hash = hash;
    }

    /// <summary>CRC-32 of the file in hex: names the configuration in <c>meta</c>.</summary>
    public string Hash { get; }

    /// <summary>Pin functions to set before anything is opened: entries <c>pin gpio= function=</c>.</summary>
    public ArrayList Pins { get; } = new ArrayList();

    /// <summary>Entries <c>sensor kind= name= …</c>.</summary>
    public ArrayList Sensors { get; } = new ArrayList();

    /// <summary>Entries <c>target kind= name= host= …</c>.</summary>
    public ArrayList Targets { get; } = new ArrayList();

    /// <summary>Ports of switches whose traffic is told: entries <c>port name= target= if_name= …</c>.</summary>
    public ArrayList Ports { get; } = new ArrayList();

    /// <summary>Limits of metrics: entries <c>alarm name= …</c>.</summary>
    public ArrayList Alarms { get; } = new ArrayList();

    public string Site => Single("site").Text("name");

    /// <summary>Device id: MQTT client id, user name and topic level.</summary>
    public string Device => Single("site").Text("device");

    /// <summary>Milliseconds between two reports.</summary>
    /// <exception cref="ConfigException">The value is wrong.</exception>
    public int ReportMs => Single("report").Number("period", 1, 3600, 60) * 1000;

    /// <summary>What local time is ahead of UTC.</summary>
    /// <exception cref="ConfigException">The value is wrong.</exception>
    public int OffsetMinutes => Single("time").Number("utc_offset_min", -720, 840, 0);

    /// <summary>The entry of a keyword that stands once at the most; empty if it is not there.</summary>
    public ConfigEntry Single(string keyword) =>
        (ConfigEntry)_single[keyword] ?? new ConfigEntry(keyword, 0);

    /// <exception cref="ConfigException">The file cannot be used; says where and why.</exception>
    public static SiteConfig Parse(byte[] file)
    {
        ArrayList entries = ConfigReader.Read(file);
        SiteConfig config = new SiteConfig(Checksums.Crc32.Of(file, 0, file.Length).ToString("x8"));
        for (int i = 0; i < entries.Count; i++)
        {
            config.Take((ConfigEntry)entries[i]);
        }

        CheckTopicLevel(config.Single("site"), config.Site);
        CheckTopicLevel(config.Single("site"), config.Device);
        return config;
    }

    private void Take(ConfigEntry entry)
    {
        ArrayList list = ListOf(entry.Keyword);
        if (list != null)
        {
            if (entry.Keyword != "pin")
            {
                CheckTopicLevel(entry, entry.Text("name"));
            }

            list.Add(entry);
        }
        else if (System.Array.IndexOf(Keywords, entry.Keyword) < 0)
        {
            throw new ConfigException(entry.Line, "unknown keyword '" + entry.Keyword + "'");
        }
        else if (_single.Contains(entry.Keyword))
        {
            throw new ConfigException(entry.Line, "a second '" + entry.Keyword + "'");
        }
        else
        {
            _single.Add(entry.Keyword, entry);
        }
    }

    private ArrayList ListOf(string keyword)
    {
        switch (keyword)
        {
            case "pin":
                return Pins;
            case "sensor":
                return Sensors;
            case "target":
                return Targets;
            case "port":
                return Ports;
            case "alarm":
                return Alarms;
            default:
                return null;
        }
    }

    private static void CheckTopicLevel(ConfigEntry entry, string name)
    {
        if (!Contract.TopicLevel.IsValid(name))
        {
            throw new ConfigException(entry.Line, "'" + name + "' is no topic level: 1 to 32 characters of a-z, 0-9, _ and -");
        }
    }
}
