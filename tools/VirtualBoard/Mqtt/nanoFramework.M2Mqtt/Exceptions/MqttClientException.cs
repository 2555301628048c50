namespace nanoFramework.M2Mqtt.Exceptions;

/// <summary>The client refuses what it was asked for, or what the broker sent.</summary>
public class MqttClientException(MqttClientErrorCode errorCode) : Exception
{
    public MqttClientErrorCode ErrorCode { get; set; } = errorCode;
}
