namespace nanoFramework.M2Mqtt.Messages;

/// <summary>The broker has ended a subscription.</summary>
public class MqttMsgUnsubscribedEventArgs(ushort messageId) : EventArgs
{
    public ushort MessageId { get; } = messageId;
}
