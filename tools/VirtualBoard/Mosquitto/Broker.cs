namespace Mosquitto;

/// <summary>
/// A real mosquitto on a loopback port, with a configuration and log in a temporary folder. It can be stopped, killed,
/// started again on its port and paused. It ends with this object, and with this process.
/// </summary>
public sealed class Broker : IAsyncDisposable
{
    const int PortAttempts = 5;

    readonly BrokerFolder folder = new();
    readonly BrokerOptions options;
    BrokerProcess? process;

    Broker(BrokerOptions options) => this.options = options;

    public string Host => "127.0.0.1";

    public int Port { get; private set; }

    /// <summary>Path of the broker's log; it is gone after DisposeAsync.</summary>
    public string LogFile => folder.Log;

    public bool IsRunning => process is { IsRunning: true };

    /// <returns>A broker that accepts connections.</returns>
    /// <exception cref="MosquittoMissingException">mosquitto is not installed.</exception>
    /// <exception cref="BrokerException">It refused its configuration or the port is taken; with its log.</exception>
    public static async Task<Broker> StartNew(BrokerOptions? options = null, CancellationToken cancellation = default)
    {
        var broker = new Broker(options ?? new BrokerOptions());
        try
        {
            for (int attempt = 1; ; attempt++)
            {
                broker.Port = broker.options.Port != 0 ? broker.options.Port : LoopbackPort.Pick();
                broker.folder.Write(broker.options, broker.Port);
                try
                {
                    await broker.Start(cancellation);
                    return broker;
                }
                catch (BrokerException lost) when (PortWasTaken(lost) && broker.options.Port == 0 && attempt < PortAttempts)
                {
                    // Somebody took the port after it was found free: try another.
                }
            }
        }
        catch
        {
            await broker.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts again on the same port, without what the last run had retained. Returns when it accepts connections.</summary>
    public async Task Start(CancellationToken cancellation = default)
    {
        if (IsRunning)
            throw new InvalidOperationException("The broker is running already.");
        process = await BrokerProcess.Start(folder.Configuration, cancellation);
    }

    /// <summary>Other user names and passwords from its next start on; of a broker that was started with some.</summary>
    public void ChangeUsers(IReadOnlyDictionary<string, string> users) => folder.WriteUsers(users);

    /// <summary>Shuts down in order (SIGTERM); on Windows as Kill.</summary>
    public Task Stop() => process?.Terminate() ?? Task.CompletedTask;

    /// <summary>Ends it as a crash does (SIGKILL).</summary>
    public Task Kill() => process?.Kill() ?? Task.CompletedTask;

    /// <summary>Freezes it (SIGSTOP): connections stay open, new ones are accepted by the system, nothing is ever answered.</summary>
    public void Pause() => Running.Signal(UnixSignal.Stop);

    public void Resume() => Running.Signal(UnixSignal.Continue);

    /// <summary>Tells it to read passwords, access list and certificates again (SIGHUP); it does so when it gets round to it.</summary>
    public void Reload() => Running.Signal(UnixSignal.HangUp);

    public async ValueTask DisposeAsync()
    {
        await Kill();
        folder.Dispose();
    }

    BrokerProcess Running => IsRunning ? process! : throw new InvalidOperationException("The broker is not running.");

    static bool PortWasTaken(BrokerException failure) =>
        failure.Message.Contains("in use", StringComparison.OrdinalIgnoreCase);
}
