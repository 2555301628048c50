namespace nanoFramework.M2Mqtt.Exceptions;

/// <summary>A packet could not be sent, or its answer did not come in time.</summary>
public class MqttCommunicationException : Exception
{
    public MqttCommunicationException()
    {
    }

    public MqttCommunicationException(Exception e)
        : base(string.Empty, e)
    {
    }
}
