namespace nanoFramework.M2Mqtt.Messages;

/// <summary>AUTH, of MQTT 5.</summary>
public class MqttMsgAuthentication : MqttMsgBase
{
    public MqttMsgAuthentication()
    {
        Type = MqttMessageType.Authentication;
    }

    public string? AuthenticationMethod { get; set; }

    public byte[]? AuthenticationData { get; set; }

    public string? Reason { get; set; }

    public MqttReasonCode ReasonCode { get; set; }
}
