namespace nanoFramework.M2Mqtt.Messages;

/// <summary>The fate of a message of QoS 1 or 2: acknowledged, or given up after three attempts.</summary>
public class MqttMsgPublishedEventArgs(ushort messageId, bool isPublished) : EventArgs
{
    public MqttMsgPublishedEventArgs(ushort messageId)
        : this(messageId, isPublished: true)
    {
    }

    public ushort MessageId { get; set; } = messageId;

    public bool IsPublished { get; set; } = isPublished;
}
