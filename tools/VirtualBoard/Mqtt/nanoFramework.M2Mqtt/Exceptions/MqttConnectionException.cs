namespace nanoFramework.M2Mqtt.Exceptions;

/// <summary>No TCP or TLS connection to the broker; the inner exception tells why.</summary>
public class MqttConnectionException(string message, Exception innerException) : Exception(message, innerException);
