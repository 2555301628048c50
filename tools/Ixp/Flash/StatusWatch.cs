using System.Text.Json;
using Ixp.Enroll;
using Ixp.Sites;
using MQTTnet;

namespace Ixp.Flash;

/// <summary>Waits at a broker for the status of a device that has just been flashed. What is retained there from before does not count.</summary>
internal sealed class StatusWatch : IAsyncDisposable
{
    private readonly IMqttClient _client = new MqttClientFactory().CreateMqttClient();
    private readonly TaskCompletionSource _online = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private StatusWatch()
    {
    }

    /// <param name="note">Gets why the broker cannot be asked.</param>
    /// <returns>Null if the broker cannot be asked from here.</returns>
    /// <exception cref="SiteException">The file of the account is not right.</exception>
    public static async Task<StatusWatch?> Open(Site site, string accountFile, Action<string> note, CancellationToken cancellation)
    {
        var account = BrokerAccount.Read(accountFile);
        var watch = new StatusWatch();
        try
        {
            await watch.Connect(site, account, cancellation);
            return watch;
        }
        catch (Exception e) when (e is MQTTnet.Exceptions.MqttCommunicationException or TimeoutException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            note($"the broker cannot be asked from this PC: {e.Message}");
            await watch.DisposeAsync();
            return null;
        }
    }

    /// <returns>False if no status came in time.</returns>
    public async Task<bool> IsOnline(TimeSpan patience, CancellationToken cancellation)
    {
        try
        {
            await _online.Task.WaitAsync(patience, cancellation);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task Connect(Site site, BrokerAccount account, CancellationToken cancellation)
    {
        _client.ApplicationMessageReceivedAsync += message =>
        {
            if (!message.ApplicationMessage.Retain && IsBirth(message.ApplicationMessage.Payload))
                _online.TrySetResult();
            return Task.CompletedTask;
        };
        await _client.ConnectAsync(BrokerOptions.Of(site.Broker.Host, site.Broker.Port, site.Broker.CaFile, account), cancellation);
        await _client.SubscribeAsync($"ixp/v1/{site.Name}/{site.Device}/status", cancellationToken: cancellation);
    }

    private static bool IsBirth(System.Buffers.ReadOnlySequence<byte> payload)
    {
        try
        {
            var reader = new Utf8JsonReader(payload);
            return JsonElement.ParseValue(ref reader).TryGetProperty("online", out var online) && online.ValueKind is JsonValueKind.Number && online.GetInt32() == 1;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return false;
        }
    }
}
