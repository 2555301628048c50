namespace Mosquitto;

/// <summary>A message as it arrived. <paramref name="Qos"/> is the delivery's, <paramref name="Retain"/> is true only when
/// the broker sends its stored copy after a subscription (MQTT 3.1.1, section 3.3.1.3).</summary>
public sealed record MosquittoMessage(string Topic, byte[] Payload, int Qos, bool Retain);
