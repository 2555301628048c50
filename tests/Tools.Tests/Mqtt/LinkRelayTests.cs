using nanoFramework.M2Mqtt.Messages;
using Tools.Tests.Mosquitto;
using VirtualBoard;
using VirtualBoard.Running;
using Xunit;

namespace Tools.Tests.Mqtt;

public sealed class LinkRelayTests : BrokerTest
{
    [Fact]
    public async Task A_long_round_trip_is_one_attempt()
    {
        using var receiver = await Session.Open(Broker, "#");
        SetRoundTrip(600);

        VirtualBoard.Run(() =>
        {
            var station = Station.Connected(Broker);
            long begin = UptimeMs;
            station.PublishAndWait("a", "far");
            Assert.InRange(UptimeMs - begin, 600, 700);
            station.PublishAndWait("a", "end");
        });

        Assert.Equal("far", await receiver.Text());
        Assert.Equal("end", await receiver.Text());
    }

    [Fact]
    public async Task A_round_trip_beyond_the_patience_of_the_client_makes_duplicates()
    {
        using var receiver = await Session.Open(Broker, "#");
        SetRoundTrip(1500);

        VirtualBoard.Run(() =>
        {
            var station = Station.Connected(Broker);
            station.PublishAndWait("a", "twice");
            Assert.Single(station.Published);
            Interpreter.Current.Sleep(3000);
        });

        Assert.Equal("twice", await receiver.Text());
        Assert.Equal("twice", await receiver.Text());
    }

    [Fact]
    public async Task A_power_cut_that_resets_delivers_the_will_at_once()
    {
        using var receiver = await Session.Open(Broker, "status");
        Board.Link.Relay.ResetsOnPowerCut = true;
        Board.Run(() => ConnectWithWill(new Station(Broker), 600));

        Board.PowerCut();

        Assert.Equal("gone", await receiver.Text());
        Assert.Equal(0, Board.Link.Relay.OpenConnections);
    }

    [Fact]
    public async Task A_power_cut_is_silent_until_the_broker_misses_the_pings()
    {
        using var receiver = await Session.Open(Broker, "#");
        Board.Run(() => ConnectWithWill(new Station(Broker), 5));

        Board.PowerCut();

        using var other = await Session.Open(Broker);
        await other.PublishAndWait("marker", "before the will"u8.ToArray());
        Assert.Equal("before the will", await receiver.Text());
        Assert.Equal("gone", await receiver.Text());
    }

    [Fact]
    public async Task A_board_that_is_on_again_takes_its_session_over()
    {
        using var receiver = await Session.Open(Broker, "#");
        Board.Run(() => ConnectWithWill(new Station(Broker), 600));
        Board.PowerCut();

        Board.Run(() => Station.Connected(Broker).PublishAndWait("a", "on again"));

        Assert.Equal("gone", await receiver.Text());
        Assert.Equal("on again", await receiver.Text());
        Assert.Equal(2, Board.Link.Relay.ConnectionsMade);
        Assert.Equal(1, Board.Link.Relay.OpenConnections);
    }

    [Fact]
    public async Task Five_boards_publish_side_by_side()
    {
        using var receiver = await Session.Open(Broker, "#");
        using var time = TimeBase.Virtual();
        var boards = Enumerable.Range(1, 5).Select(_ => new Board(time: time)).ToArray();
        foreach (var board in boards)
            board.Boot(new Publisher(Broker));

        time.RunWhile(() => boards.Any(board => board.IsOn && board.Link.Relay.OpenConnections == 0));
        time.RunFor(TimeSpan.FromMinutes(1));

        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < 5 * Publisher.Messages; i++)
        {
            string topic = (await receiver.Message()).Topic;
            counts[topic] = counts.GetValueOrDefault(topic) + 1;
        }

        Assert.Equal(5, counts.Count);
        Assert.All(counts.Values, count => Assert.Equal(Publisher.Messages, count));
        foreach (var board in boards)
        {
            Assert.Equal(1, board.Link.Relay.ConnectionsMade);
            Assert.InRange(board.Link.Relay.BytesOut, 100, 10_000);
            board.Dispose();
        }
    }

    private void SetRoundTrip(int ms)
    {
        VirtualBoard.Link.Relay.DelayIn = TimeSpan.FromMilliseconds(ms / 2);
        VirtualBoard.Link.Relay.DelayOut = TimeSpan.FromMilliseconds(ms / 2);
    }

    private static void ConnectWithWill(Station station, ushort keepAlive) => Assert.Equal(
        MqttReasonCode.Success,
        station.Client.Connect("rack-1", null, null, false, MqttQoSLevel.AtLeastOnce, true, "status", "gone", true, keepAlive));
}
