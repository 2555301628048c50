using System.Net.NetworkInformation;
using System.Threading;
using VirtualBoard.Running;

namespace nanoFramework.Networking;

/// <summary>Waits for an address, and for the date if asked to, on the Ethernet interface.</summary>
public static class NetworkHelper
{
    /// <summary>Set while the network is ready; reset when the address is lost.</summary>
    public static ManualResetEvent NetworkReady => State.Ready;

    public static NetworkHelperStatus Status => State.Status;

    public static Exception? HelperException => State.Exception;

    private static NetworkWait State => Interpreter.Current.Resource<NetworkWait>();

    /// <summary>Starts waiting in the background.</summary>
    /// <exception cref="InvalidOperationException">It was started before, and not reset.</exception>
    public static void SetupNetworkHelper(bool requiresDateTime = false) => State.Start(requiresDateTime);

    /// <inheritdoc cref="SetupNetworkHelper(bool)"/>
    public static void SetupNetworkHelper(IPConfiguration ipConfiguration, bool requiresDateTime = false)
    {
        State.ThrowIfStarted();
        Configure(ipConfiguration);
        State.Start(requiresDateTime);
    }

    /// <summary>Waits here, until the token expires; may be repeated.</summary>
    /// <returns>False when it did; Status tells what was missing.</returns>
    public static bool SetupAndConnectNetwork(CancellationToken token = default, bool requiresDateTime = false) =>
        State.Await(token, requiresDateTime);

    /// <inheritdoc cref="SetupAndConnectNetwork(CancellationToken, bool)"/>
    public static bool SetupAndConnectNetwork(IPConfiguration ipConfiguration, CancellationToken token = default, bool requiresDateTime = false)
    {
        Configure(ipConfiguration);
        return State.Await(token, requiresDateTime);
    }

    /// <summary>Forgets everything, so that the helper can be set up again; the interface stays as it is.</summary>
    public static void Reset() => State.Reset();

    private static void Configure(IPConfiguration configuration)
    {
        var adapter = NetworkInterface.GetAllNetworkInterfaces().First(i => i.NetworkInterfaceType is NetworkInterfaceType.Ethernet);
        adapter.EnableStaticIPv4(configuration.IPAddress, configuration.IPSubnetMask, configuration.IPGatewayAddress);
        if (configuration.IPDns.Length > 0)
            adapter.EnableStaticIPv4Dns(configuration.IPDns);
    }
}
