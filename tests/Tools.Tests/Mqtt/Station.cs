using System.Text;
using Mosquitto;
using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.Messages;
using VirtualBoard;
using VirtualBoard.Running;
using Xunit;

namespace Tools.Tests.Mqtt;

/// <summary>A client in device code, with what its events have told so far. To be made and used inside board.Run only.</summary>
internal sealed class Station
{
    private const int LimitMs = 120_000;

    private readonly Signal _changed = new(autoReset: true);

    public Station(Broker broker)
        : this(broker.Host, broker.Port)
    {
    }

    public Station(string host, int port)
        : this(new MqttClient(host, port, false, null, null, MqttSslProtocols.None))
    {
    }

    public Station(MqttClient client)
    {
        Client = client;
        Client.MqttMsgPublished += (_, e) => Note(() => Published.Add((e.MessageId, e.IsPublished)));
        Client.MqttMsgPublishReceived += (_, e) => Note(() => Received.Add((e.Topic, Encoding.UTF8.GetString(e.Message))));
        Client.MqttMsgSubscribed += (_, e) => Note(() => Subscribed.Add((e.MessageId, e.GrantedQoSLevels)));
        Client.MqttMsgUnsubscribed += (_, e) => Note(() => Unsubscribed.Add(e.MessageId));
        Client.ConnectionOpened += (_, e) => Note(() => Opened.Add(e.Message.ReturnCode));
        Client.ConnectionClosed += (_, _) => Note(() => Closed++);
    }

    public MqttClient Client { get; }

    public List<(ushort Id, bool IsPublished)> Published { get; } = [];

    public List<(string Topic, string Text)> Received { get; } = [];

    public List<(ushort Id, MqttQoSLevel[] Granted)> Subscribed { get; } = [];

    public List<ushort> Unsubscribed { get; } = [];

    public List<MqttReasonCode> Opened { get; } = [];

    public int Closed { get; private set; }

    public static Station Connected(Broker broker, string clientId = "rack-1", ushort keepAlive = 60)
    {
        var station = new Station(broker);
        station.Connect(clientId, keepAlive);
        return station;
    }

    public void Connect(string clientId = "rack-1", ushort keepAlive = 60) =>
        Assert.Equal(MqttReasonCode.Success, Client.Connect(clientId, null, null, true, keepAlive));

    public ushort Publish(string topic, string text, MqttQoSLevel qos = MqttQoSLevel.AtLeastOnce, bool retain = false) =>
        Client.Publish(topic, Encoding.UTF8.GetBytes(text), null, null, qos, retain);

    public void PublishAndWait(string topic, string text)
    {
        ushort id = Publish(topic, text);
        Until(() => Published.Contains((id, true)));
    }

    /// <summary>Lets the board's other threads run until an event has made it true.</summary>
    public void Until(Func<bool> isTrue)
    {
        while (!isTrue())
            Assert.True(Interpreter.Current.Wait([_changed], LimitMs) >= 0, "No event for two minutes of the board's time.");
    }

    private void Note(Action note)
    {
        note();
        Interpreter.Current.Set(_changed);
    }
}
