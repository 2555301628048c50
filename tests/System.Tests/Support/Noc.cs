using System.Text;
using System.Text.Json.Nodes;
using Mosquitto;

namespace SystemTests.Support;

/// <summary>Commands a device and reads its answers.</summary>
internal sealed class Noc : IDisposable
{
    private readonly MosquittoClient _client = new();
    private readonly RunningSite _running;
    private int _commands;

    private Noc(RunningSite running)
    {
        _running = running;
    }

    public static async Task<Noc> At(RunningSite running)
    {
        var noc = new Noc(running);
        await noc._client.ConnectAsync(running.Broker.Host, running.Broker.Port, TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        return noc;
    }

    /// <summary>Sends a command with an id of its own and awaits the answer.</summary>
    /// <param name="fields">Those behind the id: <c>"sensor":"inlet"</c>.</param>
    public async Task<JsonObject> Ask(string verb, string fields = "")
    {
        string id = $"c{++_commands}";
        Send(verb, $"{{\"id\":\"{id}\"{(fields.Length > 0 ? "," : "")}{fields}}}");
        return await Answer(id);
    }

    /// <summary>Sends any bytes.</summary>
    public void Send(string verb, string payload, bool retain = false, string? device = null) => _client.Publish(
        $"ixp/v1/{_running.Description.Name}/{device ?? _running.Description.Device}/cmd/{verb}",
        Encoding.UTF8.GetBytes(payload),
        qos: 1,
        retain);

    /// <summary>The next answer to a command; those to others before it are skipped.</summary>
    public Task<JsonObject> Answer(string id) => _running.Inbox.Next("result", p => (string)p["id"]! == id);

    /// <summary>The command was refused, and the reason holds these words.</summary>
    public static void AssertRefused(string words, JsonObject answer)
    {
        Assert.Equal(0, (int)answer["ok"]!);
        Assert.Contains(words, (string)answer["error"]!, StringComparison.Ordinal);
    }

    public void Dispose() => _client.Dispose();
}
