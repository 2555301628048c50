namespace Mosquitto;

/// <summary>
/// An MQTT 3.1.1 client on libmosquitto. Connecting, sending and receiving happen on a network thread of its own, which also
/// raises the events; a handler may call any member. After a loss it stays down until <see cref="Connect"/> is called again.
/// An exception in a handler goes to <see cref="HandlerFailed"/> and changes nothing else.
/// </summary>
public sealed class MosquittoClient : IDisposable
{
    readonly MosquittoHandle handle;
    readonly Lock gate = new();
    NetworkLoop? loop;
    volatile bool accepted;
    volatile bool disposed;

    /// <param name="clientId">Null or empty: the broker chooses one, which needs a clean session.</param>
    /// <param name="cleanSession">False: the broker keeps subscriptions and messages while the client is away.</param>
    /// <exception cref="MosquittoMissingException">libmosquitto is not installed.</exception>
    public MosquittoClient(string? clientId = null, bool cleanSession = true)
    {
        LibraryVersion = MosquittoLibrary.Version;
        ClientId = clientId ?? "";
        if (ClientId.Length == 0 && !cleanSession)
            throw new ArgumentException("A lasting session needs a client id (MQTT 3.1.1, section 3.1.3.1).", nameof(clientId));
        handle = MosquittoHandle.Create(this, ClientId.Length == 0 ? null : RejectNul(ClientId, nameof(clientId)), cleanSession);
        NativeCallbacks.Attach(handle);
        Native.mosquitto_threaded_set(handle, true);
        Native.mosquitto_int_option(handle, Native.OptionTcpNoDelay, 1);
    }

    /// <summary>The broker answered: return code of the CONNACK, 0 when accepted (MQTT 3.1.1, table 3.1). A refusal is
    /// followed by <see cref="Disconnected"/>.</summary>
    public event Action<int>? Connected;

    /// <summary>The connection ended or could not be made, once for each <see cref="Connect"/>: 0 when
    /// <see cref="Disconnect"/> asked for it, else a MOSQ_ERR_ value that <see cref="LastError"/> puts in words.</summary>
    public event Action<int>? Disconnected;

    /// <summary>A message arrived; at QoS 1 and 2 it is acknowledged after the handler returns.</summary>
    public event Action<MosquittoMessage>? Message;

    /// <summary>The message of this id was sent (QoS 0) or acknowledged. May come before Publish has returned the id.</summary>
    public event Action<int>? Published;

    /// <summary>Message id and granted QoS of a subscription, 128 when the broker refused it.</summary>
    public event Action<int, int>? Subscribed;

    public event Action<int>? Unsubscribed;

    /// <summary>A handler of another event threw this. What this event's own handlers throw is dropped.</summary>
    public event Action<Exception>? HandlerFailed;

    public Version LibraryVersion { get; }

    public string ClientId { get; }

    /// <summary>Why the last connection ended, empty if it was asked for; for example "Connection refused".</summary>
    public string LastError { get; private set; } = "";

    /// <summary>The message the broker publishes when this client vanishes. Counts from the next Connect.</summary>
    public void Will(string topic, ReadOnlySpan<byte> payload, int qos = 0, bool retain = false) =>
        Check(Native.mosquitto_will_set(Alive, RejectNul(topic, nameof(topic)), payload.Length, payload, qos, retain), $"set the will on '{topic}'");

    public void Credentials(string? user, string? password) =>
        Check(Native.mosquitto_username_pw_set(Alive, user, password), "set the credentials");

    /// <summary>Connect with TLS.</summary>
    /// <param name="caFile">PEM file of trusted authorities; null takes those of the operating system, which excludes a client certificate.</param>
    /// <param name="certFile">PEM file of the client's certificate, together with <paramref name="keyFile"/>.</param>
    /// <param name="keyFile">PEM file of the client's key, not encrypted.</param>
    /// <param name="oldest">The oldest TLS version accepted.</param>
    /// <param name="verifyPeer">False accepts any certificate.</param>
    /// <param name="verifyHost">False accepts a valid certificate made out to another host.</param>
    public void Tls(
        string? caFile, string? certFile = null, string? keyFile = null, TlsVersion oldest = TlsVersion.Tls12, bool verifyPeer = true, bool verifyHost = true)
    {
        foreach (var file in new[] { caFile, certFile, keyFile })
        {
            if (file != null && !File.Exists(file))
                throw new FileNotFoundException($"TLS file '{file}' does not exist.", file);
        }
        if (caFile != null)
            Check(Native.mosquitto_tls_set(Alive, caFile, null, certFile, keyFile, 0), "set the TLS files");
        else if (certFile == null)
            Check(Native.mosquitto_int_option(Alive, Native.OptionTlsUseOsCerts, 1), "use the authorities of the operating system");
        else
            throw new ArgumentException("libmosquitto takes a client certificate only together with a file of authorities.", nameof(caFile));
        Check(Native.mosquitto_tls_opts_set(Alive, verifyPeer ? 1 : 0, oldest == TlsVersion.Tls13 ? "tlsv1.3" : "tlsv1.2", null), "set the TLS version");
        Check(Native.mosquitto_tls_insecure_set(Alive, !(verifyPeer && verifyHost)), "set the TLS host check");
    }

    /// <summary>How many QoS 1 and 2 messages may be under way at once, 1 to 65535 (20 unless set). One keeps their order over a loss.</summary>
    public void MaxInflight(int messages) =>
        Check(Native.mosquitto_int_option(Alive, Native.OptionSendMaximum, messages), $"set {messages} messages in flight");

    /// <summary>Starts to connect and returns; <see cref="Connected"/> or <see cref="Disconnected"/> tells the outcome.</summary>
    /// <param name="keepAliveSeconds">0 for none, else 5 to 65535; also bounds the wait for the broker's answer.</param>
    /// <param name="bindAddress">Local address to connect from.</param>
    /// <exception cref="InvalidOperationException">The last connection has not ended yet.</exception>
    public void Connect(string host, int port = 1883, int keepAliveSeconds = 60, string? bindAddress = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(host);
        if (port is < 1 or > 65535)
            throw new ArgumentOutOfRangeException(nameof(port), port, "A port is 1 to 65535.");
        if (keepAliveSeconds is not (0 or (>= 5 and <= 65535)))
            throw new ArgumentOutOfRangeException(nameof(keepAliveSeconds), keepAliveSeconds, "libmosquitto takes 0 or 5 to 65535 seconds.");
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            if (loop != null)
                throw new InvalidOperationException("The last connection has not ended: call Disconnect and wait for Disconnected first.");
            loop = new NetworkLoop(handle, Ended);
            loop.Start(host, port, keepAliveSeconds, bindAddress);
        }
    }

    /// <summary>Connects and awaits the broker's answer.</summary>
    /// <returns>Return code of the CONNACK, 0 when accepted.</returns>
    /// <exception cref="TimeoutException">There was none in time.</exception>
    public async Task<int> ConnectAsync(string host, int port, TimeSpan patience, CancellationToken cancellation)
    {
        var answered = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Note(int code) => answered.TrySetResult(code);
        Connected += Note;
        try
        {
            Connect(host, port);
            return await answered.Task.WaitAsync(patience, cancellation);
        }
        finally
        {
            Connected -= Note;
        }
    }

    /// <summary>Says goodbye to the broker; <see cref="Disconnected"/> follows. Does nothing when down.</summary>
    public void Disconnect()
    {
        NetworkLoop? running;
        lock (gate)
            running = loop;
        running?.Close();
    }

    /// <returns>The message id, 1 to 65535, that <see cref="Published"/> will name.</returns>
    /// <exception cref="MosquittoException">Not connected (code 4), a wildcard in the topic, ... A message taken at QoS 1
    /// or 2 is kept until acknowledged, and sent again by the next Connect of this client.</exception>
    public int Publish(string topic, ReadOnlySpan<byte> payload, int qos = 0, bool retain = false)
    {
        var client = Alive;
        RejectNul(topic, nameof(topic));
        // Without a connection the library would refuse QoS 1 and 2, and yet sometimes send them later.
        bool down = !accepted;
        int mid = 0;
        int code = down
            ? Native.NoConnection
            : Native.mosquitto_publish(client, out mid, topic, payload.Length, payload, qos, retain);
        bool kept = code == Native.NoConnection && qos > 0 && !down;
        if (!kept)
            Check(code, $"publish to '{topic}'");
        return mid;
    }

    /// <returns>The message id that <see cref="Subscribed"/> will name.</returns>
    /// <exception cref="MosquittoException">Not connected (code 4) or a malformed filter.</exception>
    public int Subscribe(string filter, int qos = 0)
    {
        Check(Native.mosquitto_subscribe(Alive, out int mid, RejectNul(filter, nameof(filter)), qos), $"subscribe to '{filter}'");
        return mid;
    }

    /// <returns>The message id that <see cref="Unsubscribed"/> will name.</returns>
    public int Unsubscribe(string filter)
    {
        Check(Native.mosquitto_unsubscribe(Alive, out int mid, RejectNul(filter, nameof(filter))), $"unsubscribe from '{filter}'");
        return mid;
    }

    /// <summary>Ends for good, with a DISCONNECT if connected. Returns at once, never waits for a handler; no event starts
    /// after it. The network thread sends what is queued and closes the socket, within a second.</summary>
    public void Dispose() => End(Ending.Polite);

    /// <summary>Ends for good as a crash would: the connection closes without a DISCONNECT, so the broker publishes the will.</summary>
    public void Abort() => End(Ending.Abrupt);

    void End(Ending ending)
    {
        NetworkLoop? running;
        lock (gate)
        {
            disposed = true;
            running = loop;
        }
        if (running == null)
            handle.Dispose();
        else if (ending == Ending.Abrupt)
            running.Abort();
        else
            running.Close();
    }

    void Ended(int reason, string error)
    {
        lock (gate)
        {
            loop = null;
            accepted = false;
            LastError = error;
            if (disposed)
                handle.Dispose();
        }
        Raise(() => Disconnected?.Invoke(reason));
    }

    internal void RaiseConnected(int code)
    {
        accepted = code == 0;
        Raise(() => Connected?.Invoke(code));
    }

    internal void RaiseMessage(MosquittoMessage message) => Raise(() => Message?.Invoke(message));

    internal void RaisePublished(int mid) => Raise(() => Published?.Invoke(mid));

    internal void RaiseSubscribed(int mid, int granted) => Raise(() => Subscribed?.Invoke(mid, granted));

    internal void RaiseUnsubscribed(int mid) => Raise(() => Unsubscribed?.Invoke(mid));

    void Raise(Action handlers)
    {
        if (disposed)
            return;
        try
        {
            handlers();
        }
        catch (Exception failure)
        {
            try
            {
                HandlerFailed?.Invoke(failure);
            }
            catch
            {
                // Nobody is left to tell, and native code is below.
            }
        }
    }

    MosquittoHandle Alive
    {
        get
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            return handle;
        }
    }

    static void Check(int code, string attempt) => MosquittoException.ThrowIfFailed(code, attempt);

    // C would silently cut the text there.
    static string RejectNul(string text, string parameter) =>
        text.Contains('\0') ? throw new ArgumentException("MQTT text must not hold U+0000.", parameter) : text;
}
