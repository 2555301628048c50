namespace nanoFramework.M2Mqtt.Exceptions;

/// <summary>Declared by the library; nothing throws it.</summary>
public class MqttTimeoutException : Exception
{
    public MqttTimeoutException()
    {
    }
}
