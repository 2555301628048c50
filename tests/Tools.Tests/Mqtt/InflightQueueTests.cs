using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.Messages;
using VirtualBoard.Mqtt;
using Xunit;

namespace Tools.Tests.Mqtt;

public sealed class InflightQueueTests
{
    [Fact]
    public void A_full_queue_drops_what_arrives_as_well()
    {
        var queue = new InflightQueue(new MqttSettings { InflightQueueSize = 1 }, _ => { }, (_, _) => { }, _ => { });

        Assert.True(queue.Enqueue(new Delivery(DeliveryKind.Publish, 1) { Topics = ["a"], Levels = [MqttQoSLevel.AtLeastOnce] }));
        Assert.False(queue.Enqueue(new Delivery(DeliveryKind.Received, 0) { Topics = ["cmd/identify"], Levels = [MqttQoSLevel.AtLeastOnce] }));

        queue.Clear();
        Assert.True(queue.Enqueue(new Delivery(DeliveryKind.Received, 0) { Topics = ["cmd/identify"], Levels = [MqttQoSLevel.AtLeastOnce] }));
    }
}
