using System.Collections;
using Appliance.Core.Config;

namespace Appliance.Core.Counters;

/// <summary>
/// All counters that outlive a restart, and the file they are kept in: lines <c>counter name= value=</c> in the configuration
/// format.
/// </summary>
public sealed class CounterBook
{
    private const string Keyword = "counter";

    private readonly ArrayList _counters = new ArrayList();

    /// <summary>Takes over what an earlier start has counted.</summary>
    /// <param name="file">What <see cref="ToFile"/> made, or null.</param>
    /// <exception cref="ConfigException">The file is damaged; nothing is taken from it.</exception>
    public void Restore(byte[] file)
    {
        if (file == null)
        {
            return;
        }

        ArrayList entries = ConfigReader.Read(file);
        for (int i = 0; i < entries.Count; i++)
        {
            ConfigEntry entry = (ConfigEntry)entries[i];
            if (entry.Keyword == Keyword && entry.Has("name"))
            {
                Counter counter = new Counter(entry.Text("name"), entry.Long("value", 0));
                counter.Told = counter.Value;
                counter.Written = counter.Value;
                _counters.Add(counter);
            }
        }
    }

    /// <returns>A counter that goes on where it stood.</returns>
    public Counter Open(string name)
    {
        for (int i = 0; i < _counters.Count; i++)
        {
            if (((Counter)_counters[i]).Name == name)
            {
                return (Counter)_counters[i];
            }
        }

        Counter counter = new Counter(name, 0);
        _counters.Add(counter);
        return counter;
    }

    /// <summary>Some counter differs from what was written last.</summary>
    public bool HasChanged
    {
        get
        {
            for (int i = 0; i < _counters.Count; i++)
            {
                Counter counter = (Counter)_counters[i];
                if (counter.Value != counter.Written)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Counters that nobody has opened are kept: their sensor may only be out of the configuration for a while.</summary>
    /// <returns>The file; once it is written, <see cref="MarkWritten"/>.</returns>
    public byte[] ToFile()
    {
        ConfigWriter writer = new ConfigWriter();
        for (int i = 0; i < _counters.Count; i++)
        {
            Counter counter = (Counter)_counters[i];
            counter.Told = counter.Value;
            writer.Line(Keyword);
            writer.Value("name", counter.Name);
            writer.Value("value", counter.Told.ToString());
        }

        return writer.ToArray();
    }

    /// <summary>The file that was made last is on flash.</summary>
    public void MarkWritten()
    {
        for (int i = 0; i < _counters.Count; i++)
        {
            Counter counter = (Counter)_counters[i];
            counter.Written = counter.Told;
        }
    }
}
