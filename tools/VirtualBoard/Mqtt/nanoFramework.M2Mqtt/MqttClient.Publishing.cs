using System.Collections;
using nanoFramework.M2Mqtt.Exceptions;
using nanoFramework.M2Mqtt.Messages;
using VirtualBoard.Mqtt;

namespace nanoFramework.M2Mqtt;

// What the application gives to the queue.
public partial class MqttClient
{
    public ushort Publish(string topic, byte[]? message) => Publish(topic, message, contentType: null);

    public ushort Publish(string topic, byte[]? message, string? contentType) =>
        Publish(topic, message, contentType, userProperties: null);

    public ushort Publish(string topic, byte[]? message, string? contentType, ArrayList? userProperties) =>
        Publish(topic, message, contentType, userProperties, MqttQoSLevel.AtMostOnce, retain: false);

    /// <summary>Queues a message and returns, connected or not. Topic and level are looked at when it is sent.</summary>
    /// <returns>The id that MqttMsgPublished will name; it may be raised before this returns.</returns>
    /// <exception cref="MqttClientException">InflightQueueFull.</exception>
    /// <exception cref="NotSupportedException">Content type or user properties, which MQTT 3.1.1 does not have.</exception>
    public ushort Publish(string topic, byte[]? message, string? contentType, ArrayList? userProperties, MqttQoSLevel qosLevel, bool retain)
    {
        ushort id = NextId();
        if (!string.IsNullOrEmpty(contentType) || userProperties is { Count: > 0 })
            throw new NotSupportedException("MQTT 3.1.1 has no content type and no user properties.");

        if (qosLevel != MqttQoSLevel.AtMostOnce)
            _inflight.AwaitAnswer(id);
        var delivery = new Delivery(DeliveryKind.Publish, id)
        {
            Topics = [topic], Levels = [qosLevel], Payload = message ?? [], Retain = retain,
        };
        if (!Enqueue(delivery))
            throw new MqttClientException(MqttClientErrorCode.InflightQueueFull);
        return id;
    }

    /// <summary>Queues a subscription; a full queue drops it without a word.</summary>
    /// <returns>The id that MqttMsgSubscribed will name; it is not raised when the broker never answers.</returns>
    public ushort Subscribe(string[] topics, MqttQoSLevel[] qosLevels)
    {
        ushort id = NextId();
        Enqueue(new Delivery(DeliveryKind.Subscribe, id) { Topics = topics ?? [], Levels = qosLevels ?? [] });
        return id;
    }

    /// <inheritdoc cref="Subscribe"/>
    public ushort Unsubscribe(string[] topics)
    {
        ushort id = NextId();
        Enqueue(new Delivery(DeliveryKind.Unsubscribe, id) { Topics = topics ?? [] });
        return id;
    }

    private bool Enqueue(Delivery delivery)
    {
        bool taken = _inflight.Enqueue(delivery);
        _interpreter.Set(_inflightChanged);
        return taken;
    }

    private ushort NextId() => _lastId = _lastId == ushort.MaxValue ? (ushort)1 : (ushort)(_lastId + 1);
}
