using System.Buffers.Binary;
using System.Globalization;
using System.Net;

namespace Ixp.Sites;

/// <summary>Addresses of a site fit together, and the way to the network is one that the board has.</summary>
internal static class NetworkCheck
{
    public static IEnumerable<Finding> Of(Site site, Board board)
    {
        if (site.WifiName is not null && board.HasEthernet)
            yield return new Finding("wifi", $"{board.Name} reaches the network by Ethernet", "take it away, or take a board with Wi-Fi");
        if (site.WifiName is null && !board.HasEthernet)
            yield return new Finding("wifi", $"is missing, and {board.Name} reaches the network by Wi-Fi", "give wifi.ssid");
        if (site.Broker.Host.Contains('@', StringComparison.Ordinal))
            yield return new Finding("broker.host", "holds a user or password", "give name or address alone; the user is the device, and its password a secret");
        else if (site.Broker.Host.Contains('/', StringComparison.Ordinal) || (site.Broker.Host.Contains(':', StringComparison.Ordinal) && !IPAddress.TryParse(site.Broker.Host, out _)))
            yield return new Finding("broker.host", "is more than a host", "give name or address alone, and the port as broker.port");
        foreach (var finding in site.Network is { } network ? Of(network, site) : [])
            yield return finding;
    }

    private static IEnumerable<Finding> Of(NetworkEntry network, Site site)
    {
        uint mask = Bits(network.Mask);
        uint own = Bits(network.Address);
        if (mask == 0 || (~mask & (~mask + 1)) != 0)
        {
            yield return new Finding("network.mask", $"{network.Mask} has no ones in a row from the left", "give one such as 255.255.255.0");
            yield break;
        }

        if ((own & mask) != (Bits(network.Gateway) & mask))
            yield return new Finding("network.gateway", $"{network.Gateway} is not in the network of {network.Address} and {network.Mask}", "give the router's address in that network");
        if (network.Gateway == network.Address)
            yield return new Finding("network.gateway", $"{network.Gateway} is the address of the device itself", "give the router's");
        if (~mask > 1 && (own & ~mask) is 0)
            yield return new Finding("network.address", $"{network.Address} is the network itself", "give an address in it");
        if (~mask > 1 && (own | mask) == uint.MaxValue)
            yield return new Finding("network.address", $"{network.Address} is the broadcast address of its network", "give another one");
        if (site.Broker.Host == network.Address)
            yield return new Finding("broker.host", $"{network.Address} is the address of the device itself", "give the broker's");
        for (int i = 0; i < site.Targets.Count; i++)
        {
            if (site.Targets[i].Host == network.Address)
                yield return new Finding(string.Create(CultureInfo.InvariantCulture, $"targets[{i}].host"), $"{network.Address} is the address of the device itself", "give the target's");
        }
    }

    private static uint Bits(string address) =>
        IPAddress.TryParse(address, out var parsed) ? BinaryPrimitives.ReadUInt32BigEndian(parsed.GetAddressBytes()) : 0;
}
