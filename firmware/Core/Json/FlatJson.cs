namespace Appliance.Core.Json;

/// <summary>
/// A JSON object (RFC 8259) without depth, as commands come in: strings, whole numbers, true and false. It comes from the
/// network, so its size is bounded, and any bytes give either the fields or why there are none.
/// </summary>
public sealed class FlatJson
{
    public const int MostBytes = 1024;

    public const int MostFields = 16;

    private readonly string[] _names = new string[MostFields];
    private readonly string[] _texts = new string[MostFields];
    private readonly long[] _numbers = new long[MostFields];

    private FlatJson()
    {
    }

    public int Count { get; private set; }

    /// <summary>Why it cannot be read and where, or null. Then it has no fields.</summary>
    public string Problem { get; private set; }

    public static FlatJson Read(byte[] text)
    {
        FlatJson json = new FlatJson();
        json.Problem = text.Length > MostBytes
            ? "more than " + MostBytes.ToString() + " bytes"
            : new FlatJsonReader(text, json).Read();
        if (json.Problem != null)
        {
            json.Count = 0;
        }

        return json;
    }

    public bool Has(string name) => Find(name) >= 0;

    /// <returns>Null if there is no such field, or it is no string.</returns>
    public string Text(string name)
    {
        int at = Find(name);
        return at < 0 ? null : _texts[at];
    }

    /// <param name="value">The number; true is 1 and false is 0.</param>
    /// <returns>False if there is no such field, or it is a string.</returns>
    public bool TryNumber(string name, out long value)
    {
        int at = Find(name);
        bool isNumber = at >= 0 && _texts[at] == null;
        value = isNumber ? _numbers[at] : 0;
        return isNumber;
    }

    /// <param name="text">Null if it is a number.</param>
    /// <returns>Null, or why it cannot be added.</returns>
    internal string Add(string name, string text, long number)
    {
        if (Has(name))
        {
            return "'" + name + "' stands twice";
        }

        if (Count == MostFields)
        {
            return "more than " + MostFields.ToString() + " fields";
        }

        _names[Count] = name;
        _texts[Count] = text;
        _numbers[Count] = number;
        Count++;
        return null;
    }

    private int Find(string name)
    {
        for (int i = 0; i < Count; i++)
        {
            if (_names[i] == name)
            {
                return i;
            }
        }

        return -1;
    }
}
