using nanoFramework.M2Mqtt.Messages;

namespace VirtualBoard.Mqtt;

/// <summary>An entry of the in-flight queue, from the call that made it to its acknowledgement.</summary>
internal sealed class Delivery(DeliveryKind kind, ushort id)
{
    internal DeliveryKind Kind { get; } = kind;

    internal ushort Id { get; } = id;

    /// <summary>One topic, or all filters of a subscription.</summary>
    internal string[] Topics { get; init; } = [];

    internal MqttQoSLevel[] Levels { get; init; } = [];

    internal byte[] Payload { get; init; } = [];

    internal bool Retain { get; init; }

    internal bool IsWaiting { get; set; }

    internal int Attempts { get; set; }

    /// <summary>Uptime in ms.</summary>
    internal long SentAt { get; set; }

    /// <summary>libmosquitto's ids of the attempts or, for subscriptions, of the filters.</summary>
    internal List<int> Mids { get; } = [];

    /// <summary>Filters that the broker has not answered yet.</summary>
    internal int Unanswered { get; set; }

    internal MqttQoSLevel[] Granted { get; set; } = [];

    internal bool IsPublish => Kind == DeliveryKind.Publish;

    internal MqttQoSLevel Qos => Levels[0];
}
