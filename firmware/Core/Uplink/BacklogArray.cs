using Appliance.Core.Json;

namespace Appliance.Core.Uplink;

/// <summary>A payload of <c>backlog/channel</c> that is being filled: a JSON array of reports.</summary>
internal sealed class BacklogArray
{
    /// <summary>Less than the contract allows, for there is one for each channel and memory is scarce; much less, and a day drains too slowly.</summary>
    private const int Limit = 1536;

    private JsonWriter _json = new JsonWriter(new byte[Limit]);

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

        if (report.Length + 2 > Limit)
        {
            _json = new JsonWriter(new byte[report.Length + 2]);
            Clear();
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
