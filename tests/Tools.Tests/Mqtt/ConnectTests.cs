extern alias corlib;

using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.Exceptions;
using nanoFramework.M2Mqtt.Messages;
using System.Net;
using VirtualBoard;
using VirtualBoard.Running;
using Xunit;
using SocketException = corlib::System.Net.Sockets.SocketException;

namespace Tools.Tests.Mqtt;

public sealed class ConnectTests : BrokerTest
{
    [Fact]
    public void Handlers_run_on_threads_of_the_client() => Board.Run(() =>
    {
        var station = new Station(Broker);
        string? opened = null;
        string? published = null;
        station.Client.ConnectionOpened += (_, _) => opened = BoardThread.Current?.Name;
        station.Client.MqttMsgPublished += (_, _) => published = BoardThread.Current?.Name;

        station.Connect();
        station.PublishAndWait("a", "b");

        Assert.Equal("mqtt receive", opened);
        Assert.Equal("mqtt dispatch", published);
        Assert.Equal([MqttReasonCode.Success], station.Opened);
        Assert.Equal("rack-1", station.Client.ClientId);
    });

    [Fact]
    public async Task No_broker_is_a_connection_exception_with_the_socket_error()
    {
        await Broker.Kill();

        Board.Run(() =>
        {
            var station = new Station(Broker);
            var failure = Assert.Throws<MqttConnectionException>(() => station.Client.Connect("rack-1"));
            Assert.IsType<SocketException>(failure.InnerException);
            Assert.False(station.Client.IsConnected);
        });
    }

    [Fact]
    public void No_link_is_a_connection_exception() => Board.Run(() =>
    {
        var station = new Station(Broker);
        Board.Link.IsUp = false;
        Assert.Throws<MqttConnectionException>(() => station.Client.Connect("rack-1"));
    });

    [Fact]
    public void A_network_that_swallows_everything_is_a_connection_exception() => VirtualBoard.Run(() =>
    {
        var station = new Station(Broker);
        VirtualBoard.Link.Relay.IsStalled = true;
        Assert.Throws<MqttConnectionException>(() => station.Client.Connect("rack-1"));
    });

    [Fact]
    public void No_answer_in_30_s_is_a_communication_exception() => VirtualBoard.Run(() =>
    {
        var station = new Station(Broker);
        Broker.Pause();
        long begin = UptimeMs;
        Assert.Throws<MqttCommunicationException>(() => station.Client.Connect("rack-1"));
        Assert.InRange(UptimeMs - begin, 30_000, 30_100);
        station.Client.Close();
    });

    [Fact]
    public void Only_the_calling_thread_waits_for_the_broker() => VirtualBoard.Run(() =>
    {
        VirtualBoard.Link.Relay.DelayIn = TimeSpan.FromMilliseconds(300);
        VirtualBoard.Link.Relay.DelayOut = TimeSpan.FromMilliseconds(300);
        var station = new Station(Broker);
        int steps = 0;
        Interpreter.Current.Start("worker", () =>
        {
            for (; steps < 1000; steps++)
                Interpreter.Current.Sleep(10);
        });

        station.Connect();

        // Two round trips: TCP, then CONNECT.
        Assert.InRange(steps, 110, 140);
    });

    [Fact]
    public void A_name_that_nobody_resolves_stops_the_whole_board() => VirtualBoard.Run(() =>
    {
        VirtualBoard.Link.HasDns = false;
        int steps = 0;
        Interpreter.Current.Start("worker", () =>
        {
            for (; steps < 1000; steps++)
                Interpreter.Current.Sleep(10);
        });
        Interpreter.Current.Sleep(50);
        int before = steps;
        long begin = UptimeMs;

        Assert.Throws<SocketException>(() => new MqttClient("broker.example"));

        Assert.Equal(before, steps);
        Assert.InRange(UptimeMs - begin, 1000, 60_000);
    });

    [Fact]
    public void An_address_needs_no_resolver() => Board.Run(() =>
    {
        Board.Link.HasDns = false;
        new Station(Broker).Connect();
    });

    [Fact]
    public void A_name_is_resolved_once() => Board.Run(() =>
    {
        Board.Link.Names["broker.example"] = IPAddress.Loopback;
        var station = new Station("broker.example", Broker.Port);
        Board.Link.Names["broker.example"] = IPAddress.Parse("192.0.2.77");
        station.Connect();
    });

    [Fact]
    public void Settings_are_one_for_a_board_and_another_for_the_next()
    {
        Board.Run(() =>
        {
            new Station(Broker).Client.Settings.InflightQueueSize = 7;
            Assert.Equal(7, new Station(Broker).Client.Settings.InflightQueueSize);
            Assert.Equal(7, MqttSettings.Instance.InflightQueueSize);
        });
        VirtualBoard.Run(() => Assert.Equal(int.MaxValue, MqttSettings.Instance.InflightQueueSize));
    }

    [Fact]
    public void A_will_without_text_is_refused() => Board.Run(() =>
    {
        var client = new Station(Broker).Client;
        var wrong = Assert.Throws<MqttClientException>(
            () => client.Connect("rack-1", null, null, true, MqttQoSLevel.AtLeastOnce, true, "status", null, true, 60));
        Assert.Equal(MqttClientErrorCode.WillWrong, wrong.ErrorCode);
    });

    [Fact]
    public void A_lasting_session_needs_a_client_id() => Board.Run(() => Assert.Equal(
        MqttReasonCode.ConnectionRefusedIdentifierRejected, new Station(Broker).Client.Connect(string.Empty, cleanSession: false)));

    [Theory]
    [InlineData(MqttSslProtocols.SSLv3)]
    [InlineData(MqttSslProtocols.TLSv1_0)]
    [InlineData(MqttSslProtocols.TLSv1_1)]
    public void Old_TLS_is_refused(MqttSslProtocols protocol) => Board.Run(() =>
    {
        var client = new MqttClient(Broker.Host, Broker.Port, true, null, null, protocol);
        var failure = Assert.Throws<MqttConnectionException>(() => client.Connect("rack-1"));
        Assert.IsType<ArgumentException>(failure.InnerException);
    });
}
