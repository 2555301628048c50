using System;
using System.Net.NetworkInformation;
using Appliance.Core.Config;
using nanoFramework.Networking;

namespace Appliance.App.Networking;

/// <summary>The wired interface. The network helper of the image names a static address if there is one, and tells when it is there.</summary>
public sealed class Ethernet : Network
{
    private IPConfiguration _static;

    public Ethernet()
        : base(NetworkInterfaceType.Ethernet)
    {
    }

    public override bool IsReady => NetworkHelper.NetworkReady.WaitOne(0, false);

    public override void Start(ConfigEntry config)
    {
        _static = Static(config);
        SetUp();
    }

    public override void SetUpAgain()
    {
        NetworkHelper.Reset();
        SetUp();
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
}
