using System;
using System.Net;
using System.Net.NetworkInformation;
using Appliance.Core.Config;
using nanoFramework.Networking;

namespace Appliance.App.Networking;

/// <summary>The interface by which the board is in the network. The image brings it up; this tells when it is there.</summary>
public abstract class Network
{
    private readonly NetworkInterfaceType _type;

    protected Network(NetworkInterfaceType type)
    {
        _type = type;
    }

    /// <summary>The interface has an address.</summary>
    public abstract bool IsReady { get; }

    /// <summary>Address of the first router on the way out; null if none is known.</summary>
    public string Gateway => Interface()?.IPv4GatewayAddress;

    /// <summary>IPv4 address of this device; null if it has none.</summary>
    public string Address => Interface()?.IPv4Address;

    /// <param name="board">Entry <c>board network=wifi</c>; without it, the wire.</param>
    /// <exception cref="ConfigException">There is no such network.</exception>
    public static Network Of(ConfigEntry board)
    {
        string name = board.Text("network", "");
        if (name == "wifi")
        {
            return new Wifi();
        }

        return name.Length == 0 ? new Ethernet() : throw new ConfigException(board.Line, "'network=" + name + "' is not wifi");
    }

    /// <returns>The address that an entry names; null for one by DHCP.</returns>
    /// <exception cref="ConfigException">A value is missing, or no address.</exception>
    public static IPConfiguration Static(ConfigEntry config)
    {
        if (!config.Has("address"))
        {
            return null;
        }

        string gateway = Parse(config, "gateway");
        return new IPConfiguration(
            Parse(config, "address"),
            Parse(config, "mask"),
            gateway,
            new string[] { config.Has("dns") ? Parse(config, "dns") : gateway });
    }

    /// <param name="config">Entry <c>network address= mask= gateway= dns=</c>; without an address DHCP gives one.</param>
    /// <exception cref="ConfigException">A value is missing, or no address.</exception>
    public abstract void Start(ConfigEntry config);

    /// <summary>Begins anew, as after the start of the device, as far as that is of use.</summary>
    public abstract void SetUpAgain();

    /// <returns>Null if the image has none of that kind.</returns>
    protected NetworkInterface Interface()
    {
        NetworkInterface[] all = NetworkInterface.GetAllNetworkInterfaces();
        for (int i = 0; i < all.Length; i++)
        {
            if (all[i].NetworkInterfaceType == _type)
            {
                return all[i];
            }
        }

        return null;
    }

    private static string Parse(ConfigEntry config, string name)
    {
        string text = config.Text(name);
        try
        {
            return IPAddress.Parse(text).ToString();
        }
        catch (Exception)
        {
            throw new ConfigException(config.Line, "'" + name + "=" + text + "' is no IPv4 address");
        }
    }
}
