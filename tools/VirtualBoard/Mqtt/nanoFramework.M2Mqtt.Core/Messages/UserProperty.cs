namespace nanoFramework.M2Mqtt.Messages;

/// <summary>A name and a value that travel with a packet of MQTT 5.</summary>
public class UserProperty(string name, string value)
{
    public string Name { get; set; } = name;

    public string Value { get; set; } = value;
}
