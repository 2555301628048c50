using System.Text;
using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.Messages;
class Uplink
{
    readonly MqttClient client = new MqttClient("broker");
    public void Say(string topic, string text)
    {
        client.MqttMsgPublished += (s, e) => Seen(e.MessageId, e.IsPublished);
        client.Publish(topic, Encoding.UTF8.GetBytes(text), null, null, MqttQoSLevel.AtLeastOnce, true);
    }
    static void Seen(ushort id, bool ok) { }
}
