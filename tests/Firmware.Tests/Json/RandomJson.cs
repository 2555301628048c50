using System;
using System.Text;
using Appliance.Core.Json;

namespace Appliance.Tests.Json;

/// <summary>Writes a random tree and tells what the text of it has to be.</summary>
internal sealed class RandomJson
{
    private const int MaximumDepth = 4;

    private readonly Random _random;
    private readonly JsonWriter _json;

    public RandomJson(Random random, JsonWriter json)
    {
        _random = random;
        _json = json;
    }

    /// <returns>The expected text.</returns>
    public string Value(int depth)
    {
        // The root is a container, so that there is something to part by commas.
        switch (depth == 0 ? 3 + _random.Next(2) : _random.Next(depth < MaximumDepth ? 5 : 3))
        {
            case 0:
                int number = _random.Next(2000) - 1000;
                _json.Number(number);
                return number.ToString();
            case 1:
                int tenths = 10 + _random.Next(90);
                _json.Fixed(tenths, 1);
                return (tenths / 10).ToString() + "." + (tenths % 10).ToString();
            case 2:
                _json.String("q\"");
                return "\"q\\\"\"";
            case 3:
                return Object(depth);
            default:
                return Array(depth);
        }
    }

    private string Object(int depth)
    {
        StringBuilder text = new StringBuilder();
        _json.BeginObject();
        int count = _random.Next(4);
        for (int i = 0; i < count; i++)
        {
            string key = "k" + i.ToString();
            _json.Key(key);
            text.Append(i == 0 ? "" : ",").Append("\"" + key + "\":").Append(Value(depth + 1));
        }

        _json.EndObject();
        return "{" + text.ToString() + "}";
    }

    private string Array(int depth)
    {
        StringBuilder text = new StringBuilder();
        _json.BeginArray();
        int count = _random.Next(4);
        for (int i = 0; i < count; i++)
        {
            text.Append(i == 0 ? "" : ",").Append(Value(depth + 1));
        }

        _json.EndArray();
        return "[" + text.ToString() + "]";
    }
}
