using Appliance.Core.Checksums;
using Appliance.Core.Json;

namespace Appliance.Core.Scan;

/// <summary>What a scan of the buses found that is not in the configuration. Filled once, by one thread; then only read.</summary>
public sealed class FoundParts
{
    /// <summary>Parts beyond are not listed.</summary>
    public const int Capacity = 16;

    private readonly FoundPart[] _parts = new FoundPart[Capacity];
    private long _signature = -1;

    public int Count { get; private set; }

    /// <summary>All buses were looked at to their end, and all that was found is listed.</summary>
    public bool IsComplete { get; private set; } = true;

    public FoundPart this[int index] => _parts[index];

    public void Add(FoundPart part)
    {
        if (Count == Capacity)
        {
            IsComplete = false;
            return;
        }

        _parts[Count++] = part;
        _signature = -1;
    }

    /// <summary>There may be more: a bus could not be looked at.</summary>
    public void MarkIncomplete() => IsComplete = false;

    /// <returns>Another number for other parts: CRC-32 of what <see cref="Write"/> writes.</returns>
    public long Signature()
    {
        if (_signature >= 0)
        {
            return _signature;
        }

        JsonWriter json = new JsonWriter(null);
        Write(json);
        byte[] text = new byte[json.Length];
        json = new JsonWriter(text);
        Write(json);
        _signature = Crc32.Of(text, 0, text.Length);
        return _signature;
    }

    /// <summary>Writes them as an array.</summary>
    public void Write(JsonWriter json)
    {
        json.BeginArray();
        for (int i = 0; i < Count; i++)
        {
            _parts[i].Write(json);
        }

        json.EndArray();
    }
}
