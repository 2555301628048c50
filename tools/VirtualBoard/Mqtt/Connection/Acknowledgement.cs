using nanoFramework.M2Mqtt.Messages;

namespace VirtualBoard.Mqtt;

/// <summary>The broker's acknowledgement of what was sent with an id.</summary>
internal sealed record Acknowledgement(DeliveryKind Kind, ushort Id, MqttQoSLevel[] Granted);
