using Appliance.Core.Config;
using nanoFramework.Networking;

namespace Appliance.App.Networking;

/// <summary>The wired interface. The image brings it up; this names a static address if there is one, and tells when it is there.</summary>
public sealed class Ethernet
{
    /// <param name="config">Entry <c>network address= mask= gateway= dns=</c>; without an address DHCP gives one.</param>
    public void Start(ConfigEntry config)
    {
        if (config.Has("address"))
        {
            NetworkHelper.SetupNetworkHelper(new IPConfiguration(
                config.Text("address"),
                config.Text("mask"),
                config.Text("gateway"),
                new string[] { config.Text("dns", config.Text("gateway")) }));
        }
        else
        {
            NetworkHelper.SetupNetworkHelper();
        }
    }

    /// <summary>The interface has an address.</summary>
    public bool IsReady => NetworkHelper.NetworkReady.WaitOne(0, false);
}
