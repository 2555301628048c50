namespace Mosquitto;

/// <summary>The broker did not start. The message carries what it logged.</summary>
public sealed class BrokerException(string message) : Exception(message);
