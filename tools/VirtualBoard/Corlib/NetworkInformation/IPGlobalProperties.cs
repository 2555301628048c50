namespace System.Net.NetworkInformation;

/// <summary>The board in the network.</summary>
public static class IPGlobalProperties
{
    public static IPAddress GetIPAddress() => IPAddress.GetDefaultLocalAddress();
}
