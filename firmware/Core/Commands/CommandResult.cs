using System.Collections;
using Appliance.Core.Json;

namespace Appliance.Core.Commands;

/// <summary>The answer to a command: <c>{"id":"…","ok":1,…}</c>, or <c>{"id":"…","ok":0,"error":"…"}</c>.</summary>
public sealed class CommandResult
{
    private readonly ArrayList _keys = new ArrayList();
    private readonly ArrayList _values = new ArrayList();
    private readonly string _id;
    private readonly string _error;

    private CommandResult(string id, string error)
    {
        _id = id;
        _error = error;
    }

    /// <param name="id">That of the command; empty if it had none.</param>
    public static CommandResult Done(string id) => new CommandResult(id, null);

    /// <param name="error">Why, and how to mend it.</param>
    public static CommandResult Refused(string id, string error) => new CommandResult(id, error);

    /// <summary>Adds what the command brought about.</summary>
    public CommandResult With(string key, string value) => Add(key, value);

    /// <inheritdoc cref="With(string, string)"/>
    public CommandResult With(string key, long value) => Add(key, value);

    /// <inheritdoc cref="With(string, string)"/>
    /// <param name="json">One value.</param>
    public CommandResult With(string key, byte[] json) => Add(key, json);

    public byte[] ToArray()
    {
        JsonWriter json = new JsonWriter(null);
        Write(json);
        json = new JsonWriter(new byte[json.Length]);
        Write(json);
        return json.ToArray();
    }

    private CommandResult Add(string key, object value)
    {
        _keys.Add(key);
        _values.Add(value);
        return this;
    }

    private void Write(JsonWriter json)
    {
        json.BeginObject();
        json.Key("id");
        json.String(_id);
        json.Key("ok");
        json.Number(_error == null ? 1 : 0);
        if (_error != null)
        {
            json.Key("error");
            json.String(_error);
        }

        for (int i = 0; i < _keys.Count; i++)
        {
            json.Key((string)_keys[i]);
            if (_values[i] is string text)
            {
                json.String(text);
            }
            else if (_values[i] is byte[] value)
            {
                json.Value(value);
            }
            else
            {
                json.Number((long)_values[i]);
            }
        }

        json.EndObject();
    }
}
