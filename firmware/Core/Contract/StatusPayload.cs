using Appliance.Core.Json;

namespace Appliance.Core.Contract;

/// <summary>The retained presence message of a device, and the last will that takes its place.</summary>
public static class StatusPayload
{
    /// <param name="boot">Why the device started: <c>power</c>, or the reason it gave for its own restart.</param>
    public static void WriteBirth(JsonWriter json, int session, Stamp stamp, string boot)
    {
        Begin(json, 1, session);
        stamp.Write(json);
        json.Key("boot");
        json.String(boot);
        json.EndObject();
    }

    public static void WriteWill(JsonWriter json, int session)
    {
        Begin(json, 0, session);
        json.EndObject();
    }

    private static void Begin(JsonWriter json, int online, int session)
    {
        json.Reset();
        json.BeginObject();
        json.Key("online");
        json.Number(online);
        json.Key("session");
        json.Number(session);
    }
}
