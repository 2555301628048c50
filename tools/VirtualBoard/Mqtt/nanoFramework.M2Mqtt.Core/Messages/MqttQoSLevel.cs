namespace nanoFramework.M2Mqtt.Messages;

/// <summary>Quality of service of a message or subscription; 128 is a refused subscription (MQTT 3.1.1, section 3.9.3).</summary>
public enum MqttQoSLevel
{
    AtMostOnce = 0,
    AtLeastOnce = 1,
    ExactlyOnce = 2,
    GrantedFailure = 128,
}
