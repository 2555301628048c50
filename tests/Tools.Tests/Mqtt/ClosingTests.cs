using nanoFramework.M2Mqtt.Exceptions;
using nanoFramework.M2Mqtt.Messages;
using Tools.Tests.Mosquitto;
using VirtualBoard.Running;
using Xunit;

namespace Tools.Tests.Mqtt;

public sealed class ClosingTests : BrokerTest
{
    [Fact]
    public void A_loss_is_told_once_and_nothing_reconnects()
    {
        Board.Run(() =>
        {
            var station = Station.Connected(Broker);
            Broker.Kill();
            station.Until(() => station.Closed == 1);
            Assert.False(station.Client.IsConnected);
            Assert.Throws<MqttCommunicationException>(station.Client.Disconnect);
            Broker.Start(Cancellation).Wait(Cancellation);
            Station.Connected(Broker, "rack-2").PublishAndWait("a", "b");
            Assert.Equal(1, station.Closed);
            Assert.False(station.Client.IsConnected);
            Assert.Equal(2, Board.Link.Relay.ConnectionsMade);
        });
    }

    [Fact]
    public void A_reset_is_a_loss() => Board.Run(() =>
    {
        var station = Station.Connected(Broker);
        Board.Link.Relay.Reset();
        station.Until(() => station.Closed == 1);
        Assert.False(station.Client.IsConnected);
    });

    [Fact]
    public async Task Its_own_Close_forgets_the_queue_in_silence()
    {
        using var receiver = await Session.Open(Broker, "#");

        VirtualBoard.Run(() =>
        {
            var station = Station.Connected(Broker);
            station.Publish("a", "unsent");
            long begin = UptimeMs;
            station.Client.Close();
            Assert.InRange(UptimeMs - begin, 200, 300);
            Assert.False(station.Client.IsConnected);

            station.Connect();
            station.PublishAndWait("a", "sent");
            Assert.Equal(0, station.Closed);
            Assert.Equal([((ushort)2, true)], station.Published);
        });

        Assert.Equal("sent", await receiver.Text());
    }

    [Fact]
    public async Task Close_leaves_the_will_and_Disconnect_takes_it_along()
    {
        using var receiver = await Session.Open(Broker, "#");

        Board.Run(() =>
        {
            var polite = new Station(Broker);
            ConnectWithWill(polite, "polite");
            polite.Client.Disconnect();
            polite.Until(() => polite.Closed == 1);

            var abrupt = new Station(Broker);
            ConnectWithWill(abrupt, "abrupt");
            abrupt.Client.Close();
            Assert.Equal(0, abrupt.Closed);
        });

        Assert.Equal("abrupt", await receiver.Text());
    }

    [Fact]
    public void The_same_object_reconnects_from_the_handler_of_the_loss() => Board.Run(() =>
    {
        var station = new Station(Broker);
        int reconnects = 0;
        station.Client.ConnectionClosed += (_, _) =>
        {
            station.Connect();
            reconnects++;
            station.Publish("a", "back");
        };
        station.Connect();
        Board.Link.Relay.Reset();
        station.Until(() => station.Published.Count == 1);
        Assert.Equal(1, reconnects);
        Board.Link.Relay.Reset();
        station.Until(() => station.Published.Count == 2);
        Assert.Equal(2, reconnects);
        Assert.Equal(3, Board.Link.Relay.ConnectionsMade);
    });

    [Fact]
    public void A_dead_peer_is_noticed_within_two_keep_alive_periods() => VirtualBoard.Run(() =>
    {
        var station = Station.Connected(Broker, keepAlive: 20);
        long begin = UptimeMs;
        VirtualBoard.Link.IsUp = false;
        Interpreter.Current.Sleep(20_000);
        Assert.True(station.Client.IsConnected);
        station.Until(() => station.Closed == 1);
        Assert.InRange(UptimeMs - begin, 20_000, 41_000);
    });

    [Fact]
    public void Pings_keep_a_silent_connection() => VirtualBoard.Run(() =>
    {
        var station = Station.Connected(Broker, keepAlive: 20);
        long before = VirtualBoard.Link.Relay.BytesIn;
        Interpreter.Current.Sleep(3_610_000);
        Assert.True(station.Client.IsConnected);
        Assert.Equal(3600 / 20, (VirtualBoard.Link.Relay.BytesIn - before) / 2);
    });

    [Fact]
    public async Task A_short_outage_delays_and_breaks_nothing()
    {
        using var receiver = await Session.Open(Broker, "#");

        VirtualBoard.Run(() =>
        {
            var station = Station.Connected(Broker);
            VirtualBoard.Link.IsUp = false;
            station.Publish("a", "late");
            Interpreter.Current.Sleep(500);
            Assert.Empty(station.Published);
            VirtualBoard.Link.IsUp = true;
            station.Until(() => station.Published.Count == 1);
            Assert.True(station.Published[0].IsPublished);
            Assert.Equal(0, station.Closed);
        });

        Assert.Equal("late", await receiver.Text());
    }

    private static void ConnectWithWill(Station station, string text) => Assert.Equal(
        MqttReasonCode.Success,
        station.Client.Connect(text, null, null, false, MqttQoSLevel.AtLeastOnce, true, "status/" + text, text, true, 60));
}
