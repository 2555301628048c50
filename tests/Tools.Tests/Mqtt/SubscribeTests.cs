using nanoFramework.M2Mqtt.Messages;
using Xunit;

namespace Tools.Tests.Mqtt;

public sealed class SubscribeTests : BrokerTest
{
    [Fact]
    public void Each_filter_is_granted_its_level_under_one_id() => Board.Run(() =>
    {
        var station = Station.Connected(Broker);

        ushort id = station.Client.Subscribe(["cmd/#", "time"], [MqttQoSLevel.AtLeastOnce, MqttQoSLevel.AtMostOnce]);
        station.Until(() => station.Subscribed.Count == 1);

        Assert.Equal(id, station.Subscribed[0].Id);
        Assert.Equal([MqttQoSLevel.AtLeastOnce, MqttQoSLevel.AtMostOnce], station.Subscribed[0].Granted);
    });

    [Fact]
    public void Messages_arrive_until_the_subscription_ends() => Board.Run(() =>
    {
        var station = Station.Connected(Broker);
        station.Client.Subscribe(["cmd/+"], [MqttQoSLevel.AtLeastOnce]);
        station.Until(() => station.Subscribed.Count == 1);
        station.Publish("cmd/identify", "{\"id\":\"1\"}");
        station.Until(() => station.Received.Count == 1);
        Assert.Equal(("cmd/identify", "{\"id\":\"1\"}"), station.Received[0]);

        ushort id = station.Client.Unsubscribe(["cmd/+"]);
        station.Until(() => station.Unsubscribed.Count == 1);
        Assert.Equal(id, station.Unsubscribed[0]);
        station.PublishAndWait("cmd/identify", "again");
        station.PublishAndWait("cmd/identify", "and again");
        Assert.Single(station.Received);
    });

    [Fact]
    public void A_handler_that_throws_closes_the_connection() => Board.Run(() =>
    {
        var station = Station.Connected(Broker);
        station.Client.MqttMsgPublishReceived += (_, _) => throw new InvalidOperationException("in a handler");
        station.Client.Subscribe(["cmd/+"], [MqttQoSLevel.AtLeastOnce]);
        station.Publish("cmd/identify", "{}");

        station.Until(() => station.Closed == 1);

        Assert.False(station.Client.IsConnected);
        Assert.Single(station.Received);
    });
}
