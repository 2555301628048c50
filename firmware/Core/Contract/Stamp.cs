using Appliance.Core.Json;

namespace Appliance.Core.Contract;

/// <summary>When something was: time of day if the clock is set, else time since the start.</summary>
public struct Stamp
{
    /// <summary>Seconds since 1970 UTC; 0 while the clock is not set.</summary>
    public long Unix;

    /// <summary>Milliseconds since the start.</summary>
    public long Uptime;

    public Stamp(long unix, long uptime)
    {
        Unix = unix;
        Uptime = uptime;
    }

    /// <returns>An earlier moment of the same session, with the time of day that this one knows.</returns>
    /// <param name="uptime">Milliseconds since the start.</param>
    public Stamp At(long uptime) => new Stamp(Unix > 0 ? Unix - ((Uptime - uptime) / 1000) : 0, uptime);

    /// <summary>Writes <c>"ts"</c>, or <c>"up_s"</c> in its stead before the clock is set.</summary>
    public void Write(JsonWriter json)
    {
        if (Unix > 0)
        {
            json.Key("ts");
            json.Number(Unix);
        }
        else
        {
            json.Key("up_s");
            json.Number(Uptime / 1000);
        }
    }
}
