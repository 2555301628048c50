using Appliance.Core.Config;

namespace Appliance.App.Uplink;

/// <summary>Where the broker is and as whom the device comes to it.</summary>
public sealed class BrokerAddress
{
    /// <param name="config">Entry <c>broker host= port= keepalive=</c>.</param>
    /// <param name="device">Client id and user name.</param>
    public BrokerAddress(ConfigEntry config, string device, string password)
    {
        Host = config.Text("host");
        Port = config.Number("port", 1, 65535, 1883);
        KeepAliveSeconds = config.Number("keepalive", 5, 3600, 30);
        Device = device;
        Password = password;
    }

    public string Host { get; }

    public int Port { get; }

    public int KeepAliveSeconds { get; }

    public string Device { get; }

    public string Password { get; }
}
