namespace nanoFramework.M2Mqtt.Messages;

/// <summary>DISCONNECT; its properties are of MQTT 5.</summary>
public class MqttMsgDisconnect : MqttMsgBase
{
    public MqttMsgDisconnect()
    {
        Type = MqttMessageType.Disconnect;
    }

    public uint SessionExpiryInterval { get; set; }

    public string? Reason { get; set; }

    public string? ServerReference { get; set; }

    /// <summary>Spelled so in the library.</summary>
    public MqttReasonCode ResonCode { get; set; }
}
