using VirtualBoard.Mqtt;
using VirtualBoard.Running;

namespace nanoFramework.M2Mqtt;

/// <summary>Settings that all clients of a device share, from one boot to the next.</summary>
public class MqttSettings
{
    public const int BrokerDefaultPort = 1883;

    public const int BrokerDefaultSslPort = 8883;

    /// <summary>Wait for CONNACK, in ms.</summary>
    public const int DefaultTimeout = 30000;

    public const int MaximumAttemptsRetry = 3;

    /// <summary>Wait for an acknowledgement before the packet is sent again, in ms.</summary>
    public const int DefaultDelayRetry = 1000;

    /// <summary>Used by nothing, as in the library.</summary>
    public const int ConnectTimeout = 30000;

    public const int DefaultInflightQueueSize = int.MaxValue;

    internal MqttSettings()
    {
    }

    public static MqttSettings Instance => Interpreter.Current.Resource<SharedSettings>().Settings;

    public int Port { get; internal set; } = BrokerDefaultPort;

    public int SslPort { get; internal set; } = BrokerDefaultSslPort;

    public int TimeoutOnConnection { get; internal set; } = ConnectTimeout;

    public int TimeoutOnReceiving { get; internal set; } = DefaultTimeout;

    public int AttemptsOnRetry { get; internal set; } = MaximumAttemptsRetry;

    public int DelayOnRetry { get; internal set; } = DefaultDelayRetry;

    /// <summary>How many packets may wait, sent or not, in and out.</summary>
    public int InflightQueueSize { get; set; } = DefaultInflightQueueSize;

    public bool ValidateServerCertificate { get; set; } = true;
}
