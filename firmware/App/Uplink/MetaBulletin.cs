using Appliance.Core.Contract;
using Appliance.Core.Json;
using Appliance.Core.Scan;

namespace Appliance.App.Uplink;

/// <summary>
/// When <c>meta</c> is published, and its bytes. It is the longest message of all, so news of the qualities waits until the last
/// edition is a minute old; a quality that has come back by then needs none. Parts that were found are told at once: somebody
/// waits for them.
/// </summary>
public sealed class MetaBulletin
{
    private const int PauseMs = 60_000;

    private readonly MetaPayload _meta;
    private readonly int _session;
    private FoundParts _toldFound;
    private long _told;
    private long _toldAt;

    public MetaBulletin(MetaPayload meta, int session)
    {
        _meta = meta;
        _session = session;
    }

    /// <summary>What was published is no longer true, and has been for long enough.</summary>
    public bool HasNews(long now) =>
        _meta.Found != _toldFound || (now - _toldAt >= PauseMs && _meta.Signature() != _told);

    /// <summary>Measured first, so that its buffer is no larger than it.</summary>
    public byte[] Write(Stamp stamp)
    {
        _toldAt = stamp.Uptime;
        _toldFound = _meta.Found;
        _told = _meta.Signature();
        JsonWriter json = new JsonWriter(null);
        _meta.Write(json, _session, stamp);
        while (true)
        {
            byte[] payload = new byte[json.Length];
            json = new JsonWriter(payload);
            _meta.Write(json, _session, stamp);
            if (json.Length == payload.Length)
            {
                return payload;
            }

            // The sampler wrote a quality in between: the text has another length now.
        }
    }
}
