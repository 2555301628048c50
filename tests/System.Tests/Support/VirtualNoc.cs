using System.Text;
using System.Text.Json.Nodes;
using Mosquitto;

namespace SystemTests.Support;

/// <summary>Commands a device in virtual time.</summary>
internal sealed class VirtualNoc : IDisposable
{
    /// <summary>Seconds of the device's time in which an answer comes, if one does.</summary>
    private const int Patience = 20;

    private readonly MosquittoClient _client = new();
    private readonly VirtualRun _run;
    private int _commands;

    private VirtualNoc(VirtualRun run)
    {
        _run = run;
    }

    public static async Task<VirtualNoc> At(VirtualRun run)
    {
        var noc = new VirtualNoc(run);
        await noc._client.ConnectAsync(run.Description.Broker.Host, run.Description.Broker.Port, TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        return noc;
    }

    /// <summary>Sends a command with its time and an id, and awaits the answer.</summary>
    /// <param name="fields">Those behind id and time: <c>"sensor":"inlet"</c>.</param>
    /// <returns>Null if none comes.</returns>
    public async Task<JsonObject?> TryAsk(string verb, string fields = "", string? id = null, long ageSeconds = 0)
    {
        id ??= $"c{++_commands}";
        long now = new DateTimeOffset(_run.Site.Board.Clock.UtcNow).ToUnixTimeSeconds() - ageSeconds;
        string command = $"{{\"id\":\"{id}\",\"ts\":{now}{(fields.Length > 0 ? "," : "")}{fields}}}";
        var published = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Note(int message) => published.TrySetResult();
        _client.Published += Note;
        _client.Publish($"ixp/v1/{_run.Description.Name}/{_run.Description.Device}/cmd/{verb}", Encoding.UTF8.GetBytes(command), qos: 1);
        await published.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        _client.Published -= Note;
        for (int i = 0; i < Patience; i++)
        {
            foreach (var message in await _run.Run(TimeSpan.FromSeconds(1)))
            {
                if (message is { Path: "result", Payload: JsonObject answer } && (string)answer["id"]! == id)
                    return answer;
            }
        }

        return null;
    }

    public async Task<JsonObject> Ask(string verb, string fields = "", string? id = null, long ageSeconds = 0) =>
        await TryAsk(verb, fields, id, ageSeconds) ?? throw new TimeoutException($"No answer to {verb} {fields}.");

    /// <summary>Sends a change of the configuration.</summary>
    public Task<JsonObject> Set(string entry, string name, string key, string value, string id = "change", string more = "") => Ask(
        "set",
        $"\"by\":\"alice\",\"entry\":\"{entry}\"{(name.Length > 0 ? $",\"name\":\"{name}\"" : "")},\"key\":\"{key}\",\"value\":{value}{more}",
        id);

    public void Dispose() => _client.Dispose();
}
