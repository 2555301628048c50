using System.Collections;

namespace nanoFramework.M2Mqtt.Messages;

/// <summary>What all packets share. The virtual board has no byte codec behind it: libmosquitto writes and reads the packets.</summary>
public abstract class MqttMsgBase
{
    protected MqttMsgBase()
    {
    }

    public MqttMessageType Type { get; set; }

    public bool DupFlag { get; set; }

    public MqttQoSLevel QosLevel { get; set; }

    public bool Retain { get; set; }

    public ushort MessageId { get; set; }

    /// <summary>MQTT 5 only.</summary>
    public ArrayList UserProperties { get; internal set; } = [];

    /// <summary>MQTT 5 only.</summary>
    public uint MaximumPacketSize { get; set; }
}
