namespace nanoFramework.M2Mqtt.Messages;

/// <summary>The broker answered the CONNECT, with acceptance or refusal.</summary>
public class ConnectionOpenedEventArgs(MqttMsgConnack connact) : EventArgs
{
    public MqttMsgConnack Message { get; } = connact;
}
