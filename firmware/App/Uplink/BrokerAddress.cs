using Appliance.Core.Config;

namespace Appliance.App.Uplink;

/// <summary>Where the broker is and as whom the device comes to it.</summary>
public sealed class BrokerAddress
{
    /// <param name="config">Entry <c>broker host= port= keepalive= tls=1</c>; without <c>tls</c> in plain text.</param>
    /// <param name="device">Client id and user name.</param>
    public BrokerAddress(ConfigEntry config, string device, string password)
    {
        Host = config.Text("host");
        IsSecure = config.Number("tls", 0, 1, 0) == 1;
        Port = config.Number("port", 1, 65535, IsSecure ? 8883 : 1883);
        KeepAliveSeconds = config.Number("keepalive", 5, 3600, 30);
        Device = device;
        Password = password;
    }

    public string Host { get; }

    public int Port { get; }

    /// <summary>TLS or nothing.</summary>
    public bool IsSecure { get; }

    public int KeepAliveSeconds { get; }

    public string Device { get; }

    public string Password { get; }
}
