using System;
using System.Net.NetworkInformation;
using Appliance.App.Timing;
using Appliance.Core.Config;
using nanoFramework.Networking;

namespace Appliance.App.Networking;

/// <summary>
/// The wireless interface. The image joins the network that was stored in the board when it was flashed, and joins it again after each loss,
/// all by itself. To tell it once more would do nothing better and cost native memory each time.
/// </summary>
public sealed class Wifi : Network
{
    private const string NoAddress = "0.0.0.0";

    /// <summary>A look at the interfaces makes objects of them all, and everybody asks.</summary>
    private const int LookMs = 1000;

    private bool _isReady;
    private long _lookAt;

    public Wifi()
        : base(NetworkInterfaceType.Wireless80211)
    {
    }

    public override bool IsReady
    {
        get
        {
            long now = Uptime.Milliseconds;
            if (now >= _lookAt)
            {
                // A static address is told whether the network is there or not.
                string address = NetworkInterface.GetIsNetworkAvailable() ? Address : null;
                _isReady = address != null && address.Length > 0 && address != NoAddress;
                _lookAt = now + LookMs;
            }

            return _isReady;
        }
    }

    public override void Start(ConfigEntry config)
    {
        IPConfiguration address = Static(config);
        NetworkInterface wireless = Interface();
        if (wireless == null)
        {
            Log.Line("network", "this image has no Wi-Fi");
            return;
        }

        try
        {
            SetAddress(wireless, address);
        }
        catch (Exception e)
        {
            Log.Line("network", e.Message);
        }
    }

    public override void SetUpAgain() => Log.Line("network", "Wi-Fi is joined by the image itself");

    /// <summary>Each setting is a write to flash, so only what differs is set.</summary>
    private static void SetAddress(NetworkInterface wireless, IPConfiguration address)
    {
        if (address == null)
        {
            if (!wireless.IsDhcpEnabled)
            {
                wireless.EnableDhcp();
            }

            return;
        }

        if (wireless.IsDhcpEnabled
            || wireless.IPv4Address != address.IPAddress
            || wireless.IPv4SubnetMask != address.IPSubnetMask
            || wireless.IPv4GatewayAddress != address.IPGatewayAddress)
        {
            wireless.EnableStaticIPv4(address.IPAddress, address.IPSubnetMask, address.IPGatewayAddress);
        }

        string[] resolvers = wireless.IPv4DnsAddresses;
        if (resolvers.Length == 0 || resolvers[0] != address.IPDns[0])
        {
            wireless.EnableStaticIPv4Dns(address.IPDns);
        }
    }
}
