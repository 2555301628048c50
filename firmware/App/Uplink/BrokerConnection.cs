using System;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Appliance.App.Commands;
using Appliance.App.Networking;
using Appliance.App.Timing;
using Appliance.Core.Scheduling;
using Appliance.Core.Supervision;
using Appliance.Core.Uplink;
using nanoFramework.Hardware.Esp32;
using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.Exceptions;
using nanoFramework.M2Mqtt.Messages;

namespace Appliance.App.Uplink;

/// <summary>
/// One connection from opening to loss. M2Mqtt is told what to publish only while it is connected, and one message at a time,
/// since its own queue and repeats cannot be trusted with what must not be lost. After a loss the client is thrown away.
/// </summary>
public sealed class BrokerConnection
{
    /// <summary>No id of a message.</summary>
    public const int Full = -1;

    /// <summary>The one message under way, the subscription, and commands that come in: beyond it, they are lost unseen.</summary>
    private const int QueueBound = 12;

    /// <summary>The client waits 30 s for the broker's answer; what comes well before is one.</summary>
    private const int SilenceMs = 25_000;

    /// <summary>Code of a socket error when not all of the authorities could be taken.</summary>
    private const int NotTaken = -1;

    private readonly IWaker _waker;
    private readonly CommandDesk _commands;
    private MqttClient _client;
    private int _published;
    private bool _isPublished;
    private bool _isLost;

    /// <param name="waker">Is woken when there is news of what is under way.</param>
    /// <param name="commands">Takes what comes in.</param>
    public BrokerConnection(IWaker waker, CommandDesk commands)
    {
        _waker = waker;
        _commands = commands;
    }

    /// <summary>Open, and not known to be lost.</summary>
    public bool IsAlive => _client != null && !_isLost && _client.IsConnected;

    /// <summary>The broker has answered the subscription.</summary>
    public bool IsSubscribed { get; private set; }

    /// <summary>What there is to say of the last failure beside its cause; empty for nothing.</summary>
    public string Detail { get; private set; } = "";

    /// <summary>Connects; blocks for as long as TCP and the broker take. With TLS only to a broker that was greeted first.</summary>
    /// <returns>None, or why it failed.</returns>
    public UplinkCause Open(BrokerAddress broker, string willTopic, string will)
    {
        Close();
        Detail = "";
        UplinkCause cause = UplinkCause.CertificateFile;
        try
        {
            if (!broker.IsSecure)
            {
                return Connect(broker, null, null, MqttSslProtocols.None, willTopic, will);
            }

            X509Certificate authorities = TlsFiles.ReadAuthorities();
            X509Certificate2 own = TlsFiles.ReadOwn();
            cause = UplinkCause.NoAnswer;
            cause = Greeting.Greet(broker, out MqttSslProtocols version, out int alert);
            if (cause != UplinkCause.None)
            {
                Detail = alert > 0 ? "alert " + alert.ToString() : "";
                return cause;
            }

            // What is too little fails as if the peer were to blame, and not without harm.
            NativeMemory.GetMemoryInfo(NativeMemory.MemoryType.All, out uint _, out uint _, out uint largest);
            if (largest < MemoryWatch.TlsBytes)
            {
                return UplinkCause.NoMemory;
            }

            lock (SocketGate.Lock)
            {
                return Connect(broker, authorities, own, version, willTopic, will);
            }
        }
        catch (Exception e)
        {
            Detail = e.Message;
            return e is OutOfMemoryException ? UplinkCause.NoMemory : cause;
        }
    }

    private UplinkCause Connect(
        BrokerAddress broker, X509Certificate authorities, X509Certificate2 own, MqttSslProtocols version, string willTopic, string will)
    {
        UplinkCause cause = UplinkCause.NameUnknown;
        long begun = Uptime.Milliseconds;
        try
        {
            // The constructor resolves the name, and keeps what it found: hence a new client for each connection.
            MqttClient client = new MqttClient(broker.Host, broker.Port, broker.IsSecure, authorities, own, version);
            cause = UplinkCause.Refused;
            client.Settings.InflightQueueSize = QueueBound;
            client.MqttMsgPublished += OnPublished;
            client.ConnectionClosed += OnClosed;
            client.MqttMsgPublishReceived += OnReceived;
            client.MqttMsgSubscribed += OnSubscribed;
            _isLost = false;
            IsSubscribed = false;
            _client = client;
            MqttReasonCode code = client.Connect(
                broker.Device,
                broker.Device,
                broker.Password,
                true,
                MqttQoSLevel.AtLeastOnce,
                true,
                willTopic,
                will,
                true,
                (ushort)broker.KeepAliveSeconds);
            if (code == MqttReasonCode.Success)
            {
                return UplinkCause.None;
            }

            Detail = "code " + ((int)code).ToString();
            cause = code == MqttReasonCode.ConnectionRefusedBadUserNameOrPassword || code == MqttReasonCode.ConnectionRefusedNotAuthorized
                ? UplinkCause.NotAuthorised
                : UplinkCause.Refused;
        }
        catch (MqttConnectionException e)
        {
            cause = Meaning(e.InnerException, broker.IsSecure);
            Detail = e.Message;
        }
        catch (MqttCommunicationException)
        {
            // With TLS 1.3 the broker looks at our certificate only after the handshake, and ends the connection if it does not like it. One that
            // does not speak TLS with somebody who wants it ends the connection at once.
            bool isEnded = Uptime.Milliseconds - begun < SilenceMs;
            cause = broker.IsSecure ? UplinkCause.HandshakeRefused : isEnded ? UplinkCause.Refused : UplinkCause.Silent;
            Detail = isEnded ? "it ended the connection" : "";
        }
        catch (Exception e)
        {
            cause = e is OutOfMemoryException ? UplinkCause.NoMemory : cause;
            Detail = e.Message;
        }

        Close();
        return cause;
    }

    /// <summary>Publishes with QoS 1. <see cref="IsAcknowledged"/> tells when the broker has it.</summary>
    /// <returns>The id of the message; <see cref="Full"/> while the client's queue has no room, for commands that come in.</returns>
    public int Publish(string topic, byte[] payload, bool retain)
    {
        // The acknowledgement can come before Publish returns.
        _published = 0;
        try
        {
            return _client.Publish(topic, payload, null, null, MqttQoSLevel.AtLeastOnce, retain);
        }
        catch (MqttClientException)
        {
            return Full;
        }
    }

    /// <summary>Subscribes with QoS 1. The client does not tell a subscription that the broker never answers.</summary>
    public void Subscribe(string filter) =>
        _client.Subscribe(new string[] { filter }, new MqttQoSLevel[] { MqttQoSLevel.AtLeastOnce });

    public bool IsAcknowledged(int id) => _published == id && _isPublished;

    /// <summary>The client gave up on the message.</summary>
    public bool IsRejected(int id) => _published == id && !_isPublished;

    public void Close()
    {
        MqttClient client = _client;
        _client = null;
        if (client == null)
        {
            return;
        }

        try
        {
            client.MqttMsgPublished -= OnPublished;
            client.ConnectionClosed -= OnClosed;
            client.MqttMsgPublishReceived -= OnReceived;
            client.MqttMsgSubscribed -= OnSubscribed;
            client.Close();
        }
        catch (Exception e)
        {
            // A client that cannot be closed is as gone as one that was.
            Log.Line("uplink", "close: " + e.Message);
        }
    }

    /// <summary>The exception of a failed handshake has no name in the API that the firmware is built against.</summary>
    private static UplinkCause Meaning(Exception inner, bool isSecure) =>
        inner is SocketException ? (isSecure && ((SocketException)inner).ErrorCode == NotTaken ? UplinkCause.CertificateFile : UplinkCause.NoAnswer)
        : inner is OutOfMemoryException || inner is InvalidOperationException ? UplinkCause.NoMemory
        : UplinkCause.Untrusted;

    // These run on the client's own thread, where an exception would cost the connection.
    private void OnPublished(object sender, MqttMsgPublishedEventArgs e)
    {
        _isPublished = e.IsPublished;
        _published = e.MessageId;
        _waker.Wake();
    }

    private void OnClosed(object sender, EventArgs e)
    {
        _isLost = true;
        _waker.Wake();
    }

    private void OnReceived(object sender, MqttMsgPublishEventArgs e) => _commands.Take(e.Topic, e.Message, e.Retain);

    private void OnSubscribed(object sender, MqttMsgSubscribedEventArgs e) => IsSubscribed = true;
}
