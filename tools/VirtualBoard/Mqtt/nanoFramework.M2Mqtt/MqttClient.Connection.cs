using System.Security.Cryptography;
using nanoFramework.M2Mqtt.Exceptions;
using nanoFramework.M2Mqtt.Messages;
using VirtualBoard.Mqtt;
using VirtualBoard.Net;

namespace nanoFramework.M2Mqtt;

// From Connect to the end of the connection.
public partial class MqttClient
{
    private BrokerConnection? _connection;
    private MqttReasonCode? _answer;
    private bool _isConnectionClosing;
    private bool _isClosing;

    /// <summary>Blocks the calling thread until the broker has answered, for at most 30 s.</summary>
    /// <returns>Success, or why the broker refuses. Close after anything but Success.</returns>
    /// <exception cref="MqttConnectionException">No TCP connection, or no TLS on it.</exception>
    /// <exception cref="MqttCommunicationException">TCP, but no answer.</exception>
    /// <exception cref="MqttClientException">WillWrong or InvalidClientId.</exception>
    /// <exception cref="NotSupportedException">A protocol other than 3.1.1, which the virtual board does not have.</exception>
    public MqttReasonCode Connect(
        string clientId, string? username, string? password, bool willRetain, MqttQoSLevel willQosLevel, bool willFlag, string? willTopic,
        string? willMessage, bool cleanSession, ushort keepAlivePeriod)
    {
        var relay = OpenChannel();
        StopWorkers();
        _connection?.Dispose();
        _connection = new BrokerConnection(relay);
        _isRunning = true;
        _isConnectionClosing = false;
        _answer = null;
        _interpreter.Reset(_answered);
        StartReceiving(_connection);

        var will = Check(willFlag, willTopic, willMessage, willQosLevel, willRetain);
        if (string.IsNullOrEmpty(clientId) && !cleanSession)
            return MqttReasonCode.ConnectionRefusedIdentifierRejected; // libmosquitto does not let it come to the broker's refusal
        _connection.Connect(new ConnectRequest(clientId, username, password, will, cleanSession, keepAlivePeriod));
        if (_interpreter.Wait([_answered], Settings.TimeoutOnReceiving) < 0 || _answer is not { } answer)
        {
            _connection.Answered();
            throw new MqttCommunicationException();
        }

        if (answer == MqttReasonCode.Success)
        {
            ClientId = clientId;
            CleanSession = cleanSession;
            WillFlag = willFlag;
            WillTopic = willTopic;
            WillMessage = willMessage;
            WillQosLevel = willQosLevel;
            _inflight.Restore(cleanSession);
            StartWorkers(_connection, keepAlivePeriod * 1000);
            IsConnected = !_isConnectionClosing;
        }

        return answer;
    }

    /// <summary>Sends DISCONNECT, so that the broker forgets the will. ConnectionClosed follows, on the dispatch thread.</summary>
    /// <exception cref="MqttCommunicationException">The connection is gone; nothing is closed.</exception>
    public void Disconnect()
    {
        if (_connection is null)
            throw new MqttCommunicationException();
        _connection.Disconnect();
        OnConnectionClosing();
    }

    /// <summary>
    /// Ends the threads, forgets everything that is queued, and closes the socket without DISCONNECT, so that the broker
    /// publishes the will. Takes at least 200 ms.
    /// </summary>
    public void Close()
    {
        if (_isClosing)
            return;

        _isClosing = true;
        _isRunning = false;
        _interpreter.Set(_eventQueued);
        _interpreter.Sleep(200);
        _interpreter.Set(_inflightChanged);
        Join(_inflightThread);
        _interpreter.Set(_keepAliveStop);
        Join(_keepAliveThread);
        _inflight.Clear();
        _events.Clear();
        _connection?.Dispose();
        IsConnected = false;
        _isClosing = false;
    }

    public void Dispose()
    {
        OnConnectionClosing();
        Close();
    }

    private static Will? Check(bool willFlag, string? topic, string? message, MqttQoSLevel qos, bool retain)
    {
        bool isWhole = !string.IsNullOrEmpty(topic) && !string.IsNullOrEmpty(message);
        bool isNone = topic is null && message is null && !retain;
        if ((willFlag ? !isWhole : !isNone) || qos > MqttQoSLevel.ExactlyOnce)
            throw new MqttClientException(MqttClientErrorCode.WillWrong);
        return willFlag ? new Will(topic!, message!, qos, retain) : null;
    }

    private RelayConnection OpenChannel()
    {
        if (ProtocolVersion != MqttProtocolVersion.Version_3_1_1)
            throw new NotSupportedException("The virtual board speaks MQTT 3.1.1 only: leave ProtocolVersion at Version_3_1_1.");

        try
        {
            var relay = Dialer.Dial(_broker);
            if (_tls.IsWanted)
                Handshake.Do(relay, _tls, Settings.ValidateServerCertificate);
            return relay;
        }
        catch (SocketException e)
        {
            throw new MqttConnectionException("Socket exception connecting to the broker: " + e.ErrorCode, e);
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            throw new MqttConnectionException("Exception connecting to the broker", e);
        }
    }

    private void OnConnectionClosing()
    {
        if (_isConnectionClosing)
            return;

        _isConnectionClosing = true;
        IsConnected = false;
        _interpreter.Set(_eventQueued);
    }
}
