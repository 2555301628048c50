namespace nanoFramework.M2Mqtt.Messages;

/// <summary>A step of an authentication of MQTT 5.</summary>
public class MqttMsgAuthenticationEventArgs(MqttMsgAuthentication authentication) : EventArgs
{
    public MqttMsgAuthentication Message { get; } = authentication;
}
