using System;
using System.Net;
using System.Net.NetworkInformation;
using Appliance.Core.Config;
using nanoFramework.Networking;

namespace Appliance.App.Networking;

/// <summary>The wired interface. The image brings it up; this names a static address if there is one, and tells when it is there.</summary>
public sealed class Ethernet
{
    private IPConfiguration _static;

    /// <param name="config">Entry <c>network address= mask= gateway= dns=</c>; without an address DHCP gives one.</param>
    /// <exception cref="ConfigException">A value is missing, or no address.</exception>
    public void Start(ConfigEntry config)
    {
        _static = Static(config);
        SetUp();
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

    /// <summary>Begins anew, as after the start of the device.</summary>
    public void SetUpAgain()
    {
        NetworkHelper.Reset();
        SetUp();
    }

    /// <summary>The interface has an address.</summary>
    public bool IsReady => NetworkHelper.NetworkReady.WaitOne(0, false);

    /// <summary>Address of the first router on the way out; null if none is known.</summary>
    public string Gateway => Wired()?.IPv4GatewayAddress;

    /// <summary>IPv4 address of this device; null if it has none.</summary>
    public string Address => Wired()?.IPv4Address;

    private static NetworkInterface Wired()
    {
        NetworkInterface[] all = NetworkInterface.GetAllNetworkInterfaces();
        for (int i = 0; i < all.Length; i++)
        {
            if (all[i].NetworkInterfaceType == NetworkInterfaceType.Ethernet)
            {
                return all[i];
            }
        }

        return null;
    }

    /// <summary>An interface that cannot be set up now is no reason to do without the sensors: it is set up anew from time to time.</summary>
    private void SetUp()
    {
        try
        {
            if (_static != null)
            {
                NetworkHelper.SetupNetworkHelper(_static);
            }
            else
            {
                NetworkHelper.SetupNetworkHelper();
            }
        }
        catch (Exception e)
        {
            Log.Line("network", e.Message);
        }
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
