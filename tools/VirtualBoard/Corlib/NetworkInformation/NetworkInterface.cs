using VirtualBoard;
using VirtualBoard.Net;

namespace System.Net.NetworkInformation;

/// <summary>
/// An interface of the board, IPv4 only, as the standard images are. The link is that of the Ethernet interface, or of the Wi-Fi station on a
/// board without one; the others are never up.
/// </summary>
public class NetworkInterface
{
    private const string NoAddress = "0.0.0.0";
    private readonly int _index;
    private byte[]? _physicalAddress;

    protected NetworkInterface(int interfaceIndex)
    {
        _index = interfaceIndex;
        SpecificConfigId = (uint)interfaceIndex;
    }

    public bool IsAutomaticDnsEnabled => Link.HasAutomaticResolvers;

    public string IPv4Address => Up(l => l.Address.ToString());

    public string IPv4GatewayAddress => Up(l => l.Gateway.ToString());

    public string IPv4SubnetMask => Up(l => l.Mask.ToString());

    public bool IsDhcpEnabled => Link.IsDhcp;

    public string[] IPv4DnsAddresses => [.. Link.Resolvers.Select(r => r.ToString())];

    public byte[] PhysicalAddress
    {
        get => _physicalAddress ?? [.. Board.Current.Profile.MacAddress];
        set => _physicalAddress = value;
    }

    public NetworkInterfaceType NetworkInterfaceType => Kinds[_index];

    public uint SpecificConfigId { get; set; }

    private static NetworkInterfaceType[] Kinds { get; } =
        [NetworkInterfaceType.Wireless80211, NetworkInterfaceType.WirelessAP, NetworkInterfaceType.Ethernet];

    private static NetworkLink Link => NetworkCall.Link;

    private bool HasLink => NetworkInterfaceType == (Board.Current.Profile.HasEthernet ? NetworkInterfaceType.Ethernet : NetworkInterfaceType.Wireless80211);

    public static bool GetIsNetworkAvailable() => Link.IsUp;

    /// <returns>The order of the images: station, access point, and Ethernet where there is one.</returns>
    public static NetworkInterface[] GetAllNetworkInterfaces() =>
        [.. Enumerable.Range(0, Board.Current.Profile.HasEthernet ? Kinds.Length : Kinds.Length - 1).Select(i => new NetworkInterface(i))];

    public void EnableStaticIPv4(string ipv4Address, string ipv4SubnetMask, string ipv4GatewayAddress) =>
        Link.SetStatic(Bytes(ipv4Address), Bytes(ipv4SubnetMask), Bytes(ipv4GatewayAddress));

    public void EnableStaticIPv6(string ipv6Address, string ipv6SubnetMask, string ipv6GatewayAddress) => throw NoIPv6();

    public void EnableStaticIP(
        string ipv4Address,
        string ipv4subnetMask,
        string ipv4gatewayAddress,
        string ipv6Address,
        string ipv6SubnetMask,
        string ipv6GatewayAddress) => EnableStaticIPv4(ipv4Address, ipv4subnetMask, ipv4gatewayAddress);

    public void EnableDhcp() => Link.SetDhcp();

    public void EnableStaticIPv4Dns(string[] dnsAddresses) => Link.SetResolvers(Array.ConvertAll(dnsAddresses, Bytes));

    public void EnableStaticIPv6Dns(string[] dnsAddresses) => throw NoIPv6();

    [Obsolete("Use EnableDhcp.")]
    public void EnableAutomaticDns() => Link.SetDhcp();

    public void ReleaseDhcpLease()
    {
    }

    public void RenewDhcpLease()
    {
    }

    private static byte[] Bytes(string address) => IPAddress.Parse(address).GetAddressBytes();

    private string Up(Func<NetworkLink, string> value) => HasLink && Link is { IsUp: true } link ? value(link) : NoAddress;

    private static NotSupportedException NoIPv6() => new("The images have no IPv6.");
}
