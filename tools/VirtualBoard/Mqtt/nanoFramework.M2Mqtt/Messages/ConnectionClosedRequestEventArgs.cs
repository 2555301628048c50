namespace nanoFramework.M2Mqtt.Messages;

/// <summary>The broker asks to close; MQTT 5 only.</summary>
public class ConnectionClosedRequestEventArgs(MqttMsgDisconnect disconnect) : EventArgs
{
    public MqttMsgDisconnect Message { get; } = disconnect;
}
