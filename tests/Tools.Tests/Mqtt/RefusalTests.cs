using Mosquitto;
using nanoFramework.M2Mqtt.Messages;
using Xunit;

namespace Tools.Tests.Mqtt;

public sealed class RefusalTests : BrokerTest
{
    protected override BrokerOptions Options => new() { Users = new Dictionary<string, string>(StringComparer.Ordinal) { ["rack-1"] = "secret" } };

    [Fact]
    public void The_brokers_refusal_is_returned() => Board.Run(() =>
    {
        var station = new Station(Broker);

        Assert.Equal(MqttReasonCode.ConnectionRefusedNotAuthorized, station.Client.Connect("rack-1", "rack-1", "guess"));

        Assert.Equal([MqttReasonCode.ConnectionRefusedNotAuthorized], station.Opened);
        Assert.False(station.Client.IsConnected);
        station.Client.Close();
        Assert.Equal(MqttReasonCode.Success, station.Client.Connect("rack-1", "rack-1", "secret"));
        station.PublishAndWait("a", "b");
    });
}
