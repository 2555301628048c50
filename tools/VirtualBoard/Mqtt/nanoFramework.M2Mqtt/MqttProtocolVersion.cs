namespace nanoFramework.M2Mqtt;

/// <summary>Protocol level of the CONNECT packet (MQTT 3.1.1, section 3.1.2.2).</summary>
public enum MqttProtocolVersion
{
    Version_3_1 = 3,
    Version_3_1_1 = 4,
    Version_5 = 5,
}
