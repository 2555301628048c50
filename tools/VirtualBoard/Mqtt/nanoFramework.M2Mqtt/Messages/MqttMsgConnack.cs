namespace nanoFramework.M2Mqtt.Messages;

/// <summary>CONNACK: the broker's answer to a connection. All but the first two properties are of MQTT 5.</summary>
public class MqttMsgConnack : MqttMsgBase
{
    public MqttMsgConnack()
    {
        Type = MqttMessageType.ConnectAck;
    }

    /// <summary>libmosquitto does not hand it on; always false on the virtual board.</summary>
    public bool SessionPresent { get; set; }

    public MqttReasonCode ReturnCode { get; set; }

    public uint SessionExpiryInterval { get; set; }

    public ushort ReceiveMaximum { get; set; }

    public bool MaximumQoS { get; set; }

    public bool RetainAvailable { get; set; }

    public string? AssignedClientIdentifier { get; set; }

    public ushort TopicAliasMaximum { get; set; }

    public string? Reason { get; set; }

    public bool WildcardSubscriptionAvailable { get; set; }

    public bool SubscriptionIdentifiersAvailable { get; set; }

    public bool SharedSubscriptionAvailable { get; set; }

    public ushort ServerKeepAlive { get; set; }

    public string? ResponseInformation { get; set; }

    public string? ServerReference { get; set; }

    public string? AuthenticationMethod { get; set; }

    public byte[]? AuthenticationData { get; set; }
}
