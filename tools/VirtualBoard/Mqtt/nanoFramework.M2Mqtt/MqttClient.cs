using System.Net;
using nanoFramework.M2Mqtt.Exceptions;
using nanoFramework.M2Mqtt.Messages;
using VirtualBoard.Mqtt;
using VirtualBoard.Running;

namespace nanoFramework.M2Mqtt;

/// <summary>
/// The MQTT 3.1.1 client of the device, with its queue, its four threads and its ways, above libmosquitto as the wire.
/// It never reconnects by itself.
/// </summary>
public partial class MqttClient : IMqttClient, IDisposable
{
    private const ushort DefaultKeepAlive = 60;

    private readonly Interpreter _interpreter = Interpreter.Current;
    private readonly Queue<Action> _events = new();
    private InflightQueue _inflight = null!;
    private IPEndPoint _broker = null!;
    private TlsRequest _tls = null!;
    private ushort _lastId;

    public MqttClient(string brokerHostName)
        : this(brokerHostName, MqttSettings.BrokerDefaultPort, secure: false, caCert: null, clientCert: null, MqttSslProtocols.None)
    {
    }

    /// <summary>Resolves the host, once for the life of the object, with every thread of the board standing meanwhile.</summary>
    /// <exception cref="SocketException">The name does not resolve, or the network is down.</exception>
    public MqttClient(
        string brokerHostName, int brokerPort, bool secure, X509Certificate? caCert, X509Certificate? clientCert, MqttSslProtocols sslProtocol) =>
        Prepare(brokerHostName, brokerPort, new TlsRequest(secure, brokerHostName, caCert, clientCert, sslProtocol));

    public event IMqttClient.MqttMsgPublishEventHandler? MqttMsgPublishReceived;

    /// <summary>The fate of a message of QoS 1 or 2. Nothing is told of QoS 0.</summary>
    public event IMqttClient.MqttMsgPublishedEventHandler? MqttMsgPublished;

    public event IMqttClient.MqttMsgSubscribedEventHandler? MqttMsgSubscribed;

    public event IMqttClient.MqttMsgUnsubscribedEventHandler? MqttMsgUnsubscribed;

    /// <summary>The broker answered a CONNECT. Raised on the receive thread, before Connect returns.</summary>
    public event ConnectionOpenedEventHandler? ConnectionOpened;

    /// <summary>The connection was lost, or closed by Disconnect; not raised for the application's own Close.</summary>
    public event IMqttClient.ConnectionClosedEventHandler? ConnectionClosed;

    /// <summary>MQTT 5 only: never raised here.</summary>
    public event ConnectionClosedRequestEventHandler? ConnectionClosedRequest
    {
        add { }
        remove { }
    }

    /// <summary>MQTT 5 only: never raised here.</summary>
    public event MqttMsgAuthenticationEventHandler? Authentication
    {
        add { }
        remove { }
    }

    public bool IsConnected { get; private set; }

    public string? ClientId { get; private set; }

    public bool CleanSession { get; private set; }

    public bool WillFlag { get; private set; }

    public MqttQoSLevel WillQosLevel { get; private set; }

    public string? WillTopic { get; private set; }

    public string? WillMessage { get; private set; }

    /// <summary>The virtual board connects with 3.1.1 only.</summary>
    public MqttProtocolVersion ProtocolVersion { get; set; } = MqttProtocolVersion.Version_3_1_1;

    public MqttSettings Settings { get; } = MqttSettings.Instance;

    /// <inheritdoc/>
    public void Init(string brokerHostName, int brokerPort, bool secure, byte[]? caCert, byte[]? clientCert, MqttSslProtocols sslProtocol) =>
        Prepare(
            brokerHostName,
            brokerPort,
            new TlsRequest(
                secure,
                brokerHostName,
                caCert is null ? null : new X509Certificate(caCert),
                clientCert is null ? null : new X509Certificate(clientCert),
                sslProtocol));

    public MqttReasonCode Connect(string clientId) => Connect(clientId, cleanSession: true);

    public MqttReasonCode Connect(string clientId, bool cleanSession) =>
        Connect(clientId, username: null, password: null, cleanSession, DefaultKeepAlive);

    public MqttReasonCode Connect(string clientId, string? username, string? password) =>
        Connect(clientId, username, password, cleanSession: true, DefaultKeepAlive);

    public MqttReasonCode Connect(string clientId, string? username, string? password, bool cleanSession, ushort keepAlivePeriod) =>
        Connect(
            clientId, username, password, willRetain: false, MqttQoSLevel.AtMostOnce, willFlag: false, willTopic: null, willMessage: null,
            cleanSession, keepAlivePeriod);

    private void Prepare(string host, int port, TlsRequest tls)
    {
        ProtocolVersion = MqttProtocolVersion.Version_3_1_1;
        if (tls.IsWanted)
            Settings.SslPort = port;
        else
            Settings.Port = port;
        _inflight = new InflightQueue(Settings, RaiseReceived, RaisePublished, RaiseGranted);
        _events.Clear();
        _tls = tls;
        _broker = new IPEndPoint(Dialer.Resolve(host), port);
    }

    private void Raise(Action handlers)
    {
        _events.Enqueue(handlers);
        _interpreter.Set(_eventQueued);
    }

    private void RaiseReceived(Delivery delivery) => Raise(() => MqttMsgPublishReceived?.Invoke(
        this, new MqttMsgPublishEventArgs(delivery.Topics[0], delivery.Payload, dupFlag: false, delivery.Qos, delivery.Retain)));

    private void RaisePublished(ushort id, bool isPublished) =>
        Raise(() => MqttMsgPublished?.Invoke(this, new MqttMsgPublishedEventArgs(id, isPublished)));

    private void RaiseGranted(Acknowledgement answer) => Raise(() =>
    {
        if (answer.Kind == DeliveryKind.Subscribe)
            MqttMsgSubscribed?.Invoke(this, new MqttMsgSubscribedEventArgs(answer.Id, answer.Granted));
        else
            MqttMsgUnsubscribed?.Invoke(this, new MqttMsgUnsubscribedEventArgs(answer.Id));
    });
}
