using Mosquitto;
using nanoFramework.M2Mqtt.Messages;
using Tools.Tests.Mosquitto;
using VirtualBoard;
using Xunit;

namespace Tools.Tests.Mqtt;

public sealed class PublishTests : IAsyncLifetime
{
    private readonly Board _board = new();
    private Broker _broker = null!;

    public async ValueTask InitializeAsync() => _broker = await Broker.StartNew(cancellation: TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync()
    {
        _board.Dispose();
        return _broker.DisposeAsync();
    }

    [Theory]
    [InlineData(MqttQoSLevel.AtLeastOnce)]
    [InlineData(MqttQoSLevel.ExactlyOnce)]
    public async Task An_acknowledged_message_is_reported_by_its_id(MqttQoSLevel qos)
    {
        using var receiver = await Session.Open(_broker, "rack/#", (int)qos);

        var published = _board.Run(() =>
        {
            var station = Station.Connected(_broker);
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
}
