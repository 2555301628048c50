using Appliance.Core.Contract;
using Appliance.Core.Json;

namespace Appliance.Tests.Uplink;

/// <summary>A report of any length: <c>"pad":"xxx"</c>.</summary>
internal sealed class PaddedReport : Report
{
    private readonly string _padding;
    private readonly bool _isRetained;

    /// <param name="item">The item of its channel, or null for a channel without.</param>
    public PaddedReport(string channel, string item, int padding, bool isRetained = true)
        : base("t/" + channel + (item == null ? "" : "/" + item), channel, item)
    {
        _padding = new string('x', padding);
        _isRetained = isRetained;
    }

    public override bool IsRetained => _isRetained;

    /// <returns>The payload that has to come of it.</returns>
    public string Text(int session, int sequence) =>
        "{\"up_s\":0,\"session\":" + session.ToString() + ",\"seq\":" + sequence.ToString() + ",\"pad\":\"" + _padding + "\"}";

    public override void WriteFields(JsonWriter json)
    {
        json.Key("pad");
        json.String(_padding);
    }
}
