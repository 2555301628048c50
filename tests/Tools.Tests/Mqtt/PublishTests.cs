using Mosquitto;
using nanoFramework.M2Mqtt.Exceptions;
using nanoFramework.M2Mqtt.Messages;
using Tools.Tests.Mosquitto;
using VirtualBoard;
using VirtualBoard.Running;
using Xunit;

namespace Tools.Tests.Mqtt;

public sealed class PublishTests : BrokerTest
{
    [Theory]
    [InlineData(MqttQoSLevel.AtLeastOnce)]
    [InlineData(MqttQoSLevel.ExactlyOnce)]
    public async Task An_acknowledged_message_is_reported_by_its_id(MqttQoSLevel qos)
    {
        using var receiver = await Session.Open(Broker, "rack/#", (int)qos);

        var published = Board.Run(() =>
        {
            var station = Station.Connected(Broker);
            Assert.True(station.Client.IsConnected);
            Assert.Equal(1, station.Publish("rack/power", "{\"mains\":1}", qos));
            station.Until(() => station.Published.Count > 0);
            return station.Published;
        });

        Assert.Equal([((ushort)1, true)], published);
        var message = await receiver.Message();
        Assert.Equal("rack/power", message.Topic);
        Assert.Equal((int)qos, message.Qos);
    }

    [Fact]
    public async Task QoS_0_arrives_and_nothing_is_told_of_it()
    {
        using var receiver = await Session.Open(Broker, "#");

        var published = Board.Run(() =>
        {
            var station = Station.Connected(Broker);
            station.Publish("a", "first", MqttQoSLevel.AtMostOnce);
            station.PublishAndWait("a", "second");
            return station.Published;
        });

        Assert.Equal([((ushort)2, true)], published);
        Assert.Equal("first", await receiver.Text());
        Assert.Equal("second", await receiver.Text());
    }

    [Fact]
    public void A_day_of_telemetry_passes_in_virtual_time()
    {
        var published = VirtualBoard.Run(() =>
        {
            var station = Station.Connected(Broker);
            for (int i = 0; i < 144; i++)
            {
                station.PublishAndWait("rack/power", "{}");
                Interpreter.Current.Sleep(600_000);
            }

            Assert.True(station.Client.IsConnected);
            return station.Published;
        });

        Assert.Equal(144, published.Count);
        Assert.All(published, p => Assert.True(p.IsPublished));
    }

    [Fact]
    public void Ids_begin_at_1_and_wrap_after_65535() => Board.Run(() =>
    {
        var station = new Station(Broker);
        for (int i = 1; i <= 65535; i++)
            Assert.Equal(i, station.Publish("a", "x", MqttQoSLevel.AtMostOnce));
        Assert.Equal(1, station.Publish("a", "x", MqttQoSLevel.AtMostOnce));
    });

    [Fact]
    public async Task What_is_published_before_the_connection_waits_for_it()
    {
        using var receiver = await Session.Open(Broker, "#");

        Board.Run(() =>
        {
            var station = new Station(Broker);
            station.Publish("a", "early");
            station.Connect();
            station.Until(() => station.Published.Count == 1);
        });

        Assert.Equal("early", await receiver.Text());
    }

    [Fact]
    public void A_bounded_queue_refuses_what_is_too_much() => Board.Run(() =>
    {
        var station = new Station(Broker);
        station.Client.Settings.InflightQueueSize = 2;
        station.Publish("a", "1");
        station.Publish("a", "2");

        var full = Assert.Throws<MqttClientException>(() => station.Publish("a", "3"));
        Assert.Equal(MqttClientErrorCode.InflightQueueFull, full.ErrorCode);
        // Subscribe says nothing of it.
        Assert.Equal(4, station.Client.Subscribe(["a"], [MqttQoSLevel.AtLeastOnce]));
    });

    [Fact]
    public async Task Without_acknowledgement_it_is_sent_three_times_and_given_up_after_3_s()
    {
        using var receiver = await Session.Open(Broker, "#");

        VirtualBoard.Run(() =>
        {
            var station = Station.Connected(Broker);
            VirtualBoard.Link.Relay.IsStalled = true;
            long begin = UptimeMs;
            ushort id = station.Publish("a", "unheard");
            station.Until(() => station.Published.Count > 0);

            Assert.Equal([(id, false)], station.Published);
            Assert.InRange(UptimeMs - begin, 3000, 3100);
            VirtualBoard.Link.Relay.IsStalled = false;
            station.PublishAndWait("a", "end");
        });

        Assert.Equal("unheard", await receiver.Text());
        Assert.Equal("unheard", await receiver.Text());
        Assert.Equal("unheard", await receiver.Text());
        Assert.Equal("end", await receiver.Text());
    }

    [Fact]
    public void A_broker_that_hangs_fails_the_message()
    {
        VirtualBoard.Run(() =>
        {
            var station = Station.Connected(Broker, keepAlive: 0);
            Broker.Pause();
            station.Publish("a", "unheard");
            station.Until(() => station.Published.Count > 0);
            Assert.False(station.Published[0].IsPublished);
            Assert.True(station.Client.IsConnected);
        });
    }

    [Fact]
    public async Task A_wildcard_in_the_topic_closes_the_connection_each_time()
    {
        using var receiver = await Session.Open(Broker, "#");

        Board.Run(() =>
        {
            var station = Station.Connected(Broker);
            for (int time = 1; time <= 2; time++)
            {
                station.Publish("rack/+", "poison");
                station.Until(() => station.Closed == time);
                Assert.False(station.Client.IsConnected);
                Assert.Empty(station.Published);
                station.Connect();
            }

            station.PublishAndWait("a", "good");
        });

        Assert.Equal("good", await receiver.Text());
    }

    [Fact]
    public void What_only_MQTT_5_has_is_refused() => Board.Run(() =>
    {
        var client = new Station(Broker).Client;
        Assert.Throws<NotSupportedException>(() => client.Publish("a", [], "text/plain"));
        Assert.Throws<NotSupportedException>(() => client.Publish("a", [], null, [new UserProperty("a", "b")]));
    });
}
