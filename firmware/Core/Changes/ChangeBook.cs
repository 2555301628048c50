using System.Collections;
using Appliance.Core.Config;
using Appliance.Core.Json;

namespace Appliance.Core.Changes;

/// <summary>
/// The last ten changes, and the file they are kept in: lines in the configuration format. The file is what a change on trial is: the
/// configuration itself is written only when it is confirmed, so whatever is lost on the way, the configuration from before is there.
/// </summary>
public sealed class ChangeBook
{
    public const int Capacity = 10;

    private readonly ArrayList _changes = new ArrayList();

    public int Count => _changes.Count;

    /// <param name="index">0 is the oldest.</param>
    public Change this[int index] => (Change)_changes[index];

    /// <summary>The change that waits for its end; null if there is none.</summary>
    public Change Open => Count > 0 && this[Count - 1].IsOpen ? this[Count - 1] : null;

    /// <param name="file">What <see cref="ToFile"/> made, or null.</param>
    /// <exception cref="ConfigException">The file is damaged.</exception>
    public static ChangeBook Parse(byte[] file)
    {
        ChangeBook book = new ChangeBook();
        ArrayList entries = file == null ? book._changes : ConfigReader.Read(file);
        for (int i = 0; i < entries.Count; i++)
        {
            ConfigEntry entry = (ConfigEntry)entries[i];
            if (entry.Keyword == Change.Keyword)
            {
                book.Add(Change.Of(entry));
            }
        }

        return book;
    }

    /// <summary>Adds the newest. The oldest is let go if there are more than ten.</summary>
    public void Add(Change change)
    {
        _changes.Add(change);
        if (Count > Capacity)
        {
            _changes.RemoveAt(0);
        }
    }

    /// <summary>Takes back what was added last.</summary>
    public void RemoveLast() => _changes.RemoveAt(Count - 1);

    /// <returns>A change with that id is among them.</returns>
    public bool Knows(string id)
    {
        for (int i = 0; i < Count; i++)
        {
            if (this[i].Id == id)
            {
                return true;
            }
        }

        return false;
    }

    public byte[] ToFile()
    {
        ConfigWriter writer = new ConfigWriter();
        for (int i = 0; i < Count; i++)
        {
            this[i].Write(writer);
        }

        return writer.ToArray();
    }

    /// <returns>An array of objects, the newest first.</returns>
    public byte[] ToJson()
    {
        JsonWriter json = new JsonWriter(null);
        Write(json);
        json = new JsonWriter(new byte[json.Length]);
        Write(json);
        return json.ToArray();
    }

    private void Write(JsonWriter json)
    {
        json.BeginArray();
        for (int i = Count - 1; i >= 0; i--)
        {
            this[i].Write(json);
        }

        json.EndArray();
    }
}
