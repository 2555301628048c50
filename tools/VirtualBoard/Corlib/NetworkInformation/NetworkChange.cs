using VirtualBoard.Running;

namespace System.Net.NetworkInformation;

/// <summary>News of the network, on the thread that delivers all hardware events.</summary>
public static class NetworkChange
{
    public static event NetworkAddressChangedEventHandler? NetworkAddressChanged
    {
        add => Watch.AddressChanged += value;
        remove => Watch.AddressChanged -= value;
    }

    public static event NetworkAvailabilityChangedEventHandler? NetworkAvailabilityChanged
    {
        add => Watch.AvailabilityChanged += value;
        remove => Watch.AvailabilityChanged -= value;
    }

    private static LinkWatch Watch => Interpreter.Current.Resource<LinkWatch>();
}
