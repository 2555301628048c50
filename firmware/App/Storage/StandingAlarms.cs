using System;
using System.Collections;
using System.Text;
using Appliance.Core.Contract;

namespace Appliance.App.Storage;

/// <summary>
/// The sensors whose alarm may stand at the broker, as retained messages do for years: kept in flash, a name a line, and written
/// only when a name comes or goes.
/// </summary>
public sealed class StandingAlarms
{
    private ArrayList _names = new ArrayList();

    private StandingAlarms()
    {
    }

    public int Count => _names.Count;

    public string this[int index] => (string)_names[index];

    /// <summary>Reads what earlier sessions left. Lines that are no names are none.</summary>
    public static StandingAlarms Read()
    {
        StandingAlarms standing = new StandingAlarms();
        byte[] file = DurableFile.Read(Folder.StandingAlarms);
        if (file == null || file.Length == 0)
        {
            return standing;
        }

        string[] lines = Encoding.UTF8.GetString(file, 0, file.Length).Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (TopicLevel.IsValid(lines[i]) && !standing.Contains(lines[i]))
            {
                standing._names.Add(lines[i]);
            }
        }

        return standing;
    }

    public bool Contains(string name)
    {
        for (int i = 0; i < _names.Count; i++)
        {
            if (this[i] == name)
            {
                return true;
            }
        }

        return false;
    }

    public void Add(string name)
    {
        if (!Contains(name))
        {
            _names.Add(name);
            Write();
        }
    }

    /// <param name="names">Those of its names that still matter; the others are forgotten.</param>
    public void Keep(ArrayList names)
    {
        bool isLess = names.Count < _names.Count;
        _names = names;
        if (isLess)
        {
            Write();
        }
    }

    /// <summary>Flash that cannot be written costs the memory of alarms, and nothing else.</summary>
    private void Write()
    {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < _names.Count; i++)
        {
            text.Append(this[i]);
            text.Append('\n');
        }

        try
        {
            DurableFile.Write(Folder.StandingAlarms, Encoding.UTF8.GetBytes(text.ToString()));
        }
        catch (Exception e)
        {
            Log.Line("alarms", e.Message);
        }
    }
}
