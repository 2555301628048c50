using nanoFramework.M2Mqtt.Messages;

namespace VirtualBoard.Mqtt;

/// <summary>What the broker publishes when the client vanishes.</summary>
internal sealed record Will(string Topic, string Message, MqttQoSLevel Qos, bool Retain);
