using System.Collections;

namespace nanoFramework.M2Mqtt;

// Options of MQTT 5: kept, and without effect on a 3.1.1 connection, as in the library.
public partial class MqttClient
{
    public string? AuthenticationMethod { get; set; }

    public byte[]? AuthenticationData { get; set; }

    public uint SessionExpiryInterval { get; set; }

    public bool RequestProblemInformation { get; set; }

    public bool RequestResponseInformation { get; set; }

    public ushort ReceiveMaximum { get; set; } = ushort.MaxValue;

    public ushort TopicAliasMaximum { get; set; }

    public uint WillDelayInterval { get; set; }

    public ArrayList UserProperties { get; } = [];

    public uint MaximumPacketSize { get; set; }

    public bool IsAuthenticationFlow { get; set; }
}
