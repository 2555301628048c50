using System.Text.Json;
using Ixp.Commands;
using Ixp.Enroll;
using Ixp.Sites;
using Ixp.Watch;

namespace Ixp.Flash;

/// <summary>Waits at a broker for the status of a device that has just been flashed. What is kept there from before does not count.</summary>
internal sealed class StatusWatch : IDisposable
{
    private readonly TaskCompletionSource _online = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly BrokerListener _listener;

    private StatusWatch(Site site, int port, BrokerAccount account)
    {
        string topic = $"ixp/v1/{site.Name}/{site.Device}/status";
        _listener = new BrokerListener(site.Broker.Host, port, site.Broker.CaFile, account);
        _listener.Heard += (heard, payload, isRetained) =>
        {
            if (heard == topic && !isRetained && IsBirth(payload))
                _online.TrySetResult();
        };
    }

    /// <param name="port">Where the account connects; null for the port that enrolling gives it.</param>
    /// <exception cref="SiteException">The file of the account is not right.</exception>
    /// <exception cref="FlashException">The authorities of the broker cannot be read.</exception>
    public static StatusWatch Of(Site site, int? port, string accountFile)
    {
        var account = BrokerAccount.Read(accountFile);
        try
        {
            return new StatusWatch(site, port ?? NocListener.UsualPort(site.Broker), account);
        }
        catch (CommandLineException e)
        {
            throw new FlashException($"the broker cannot be asked: {e.Message}", "Get the file that broker.tls.ca_file names, or flash without --account.");
        }
    }

    /// <param name="note">Gets why the broker cannot be asked.</param>
    /// <returns>False if the broker cannot be asked from here; it may well be one that the device can reach.</returns>
    public async Task<bool> TryConnect(Action<string> note, CancellationToken cancellation)
    {
        try
        {
            await _listener.Connect(cancellation);
            return true;
        }
        catch (CommandLineException e)
        {
            note($"not asked from this PC: {e.Message}");
            return false;
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

    public void Dispose() => _listener.Dispose();

    private static bool IsBirth(byte[] payload)
    {
        try
        {
            using var json = JsonDocument.Parse(payload);
            return json.RootElement.TryGetProperty("online", out var online) && online.ValueKind is JsonValueKind.Number && online.GetInt32() == 1;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return false;
        }
    }
}
