using Appliance.Core.Json;

namespace Appliance.Core.Uplink;

/// <summary>A payload of <c>backlog/channel</c> that is being filled: a JSON array of reports.</summary>
internal sealed class BacklogArray
{
    /// <summary>Half of what the contract allows: there may be one for each channel.</summary>
    private const int Limit = 2048;

    private readonly JsonWriter _json = new JsonWriter(new byte[Limit]);

    public BacklogArray(string channel)
    {
        Channel = channel;
        Clear();
    }

    public string Channel { get; }

    /// <summary>Reports in it.</summary>
    public int Count { get; private set; }

    public void Clear()
    {
        Count = 0;
        _json.Reset();
        _json.BeginArray();
    }

    /// <returns>False if there is no more room; an array that is empty takes anything.</returns>
    /// <param name="report">Its text.</param>
    public bool TryAdd(JsonWriter report)
    {
        // A comma, and the bracket at the end.
        if (Count > 0 && _json.Length + report.Length + 2 > Limit)
        {
            return false;
        }

        Count++;
        _json.Value(report);
        return true;
    }

    /// <returns>The payload.</returns>
    public byte[] ToArray()
    {
        _json.EndArray();
        return _json.ToArray();
    }
}
