using System;
using System.Collections;
using System.Text;
using Appliance.Core.Contract;

namespace Appliance.App.Storage;

/// <summary>
/// The metrics, sensors and targets whose alarm may stand at the broker, as retained messages do for years: kept in flash, a name a
/// line, and written only when a name comes or goes.
/// </summary>
public sealed class StandingAlarms
{
    /// <summary>Behind the name of an alarm that waits to be acknowledged.</summary>
    private const string LatchMark = "!";

    private readonly ArrayList _latched = new ArrayList();
    private ArrayList _names = new ArrayList();
    private bool _isUnsaved;

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
            bool isLatched = lines[i].EndsWith(LatchMark);
            string name = isLatched ? lines[i].Substring(0, lines[i].Length - LatchMark.Length) : lines[i];
            if (TopicLevel.IsValid(name) && !standing.Contains(name))
            {
                standing.Add(name, isLatched);
            }
        }

        standing._isUnsaved = false;
        return standing;
    }

    public bool IsLatched(string name) => _latched.IndexOf(name) >= 0;

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

    /// <summary>Notes a name; it outlives a power cut once it is saved.</summary>
    /// <param name="isLatched">The alarm waits to be acknowledged.</param>
    public void Add(string name, bool isLatched)
    {
        if (!Contains(name))
        {
            _names.Add(name);
            _isUnsaved = true;
        }

        if (isLatched && !IsLatched(name))
        {
            _latched.Add(name);
            _isUnsaved = true;
        }
    }

    /// <summary>The alarm was acknowledged, and is over.</summary>
    public void Unlatch(string name)
    {
        if (IsLatched(name))
        {
            _latched.Remove(name);
            _isUnsaved = true;
        }
    }

    /// <param name="names">Those of its names that still matter; the others are forgotten.</param>
    public void Keep(ArrayList names)
    {
        _isUnsaved |= names.Count < _names.Count;
        _names = names;
        Save();
    }

    /// <summary>Writes what has changed. Flash that cannot be written costs the memory of alarms, and nothing else.</summary>
    public void Save()
    {
        if (!_isUnsaved)
        {
            return;
        }

        _isUnsaved = false;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < _names.Count; i++)
        {
            text.Append(this[i]);
            text.Append(IsLatched(this[i]) ? LatchMark : "");
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
