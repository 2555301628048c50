using System.Text.Json;
using System.Text.Json.Nodes;
using Ixp.Sites;

namespace Ixp.Flash;

/// <summary>
/// The JSON by which nanoff writes a board's network settings. An image of a Wi-Fi board comes with SmartConfig on, which joining by itself
/// takes the place of. Resolvers are always named: nanoff looks for them in whatever a board remembers, not in what it is told.
/// </summary>
internal static class NetworkDeployment
{
    private const string NoAddress = "0.0.0.0";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static byte[] Json(CheckedSite site)
    {
        var address = Address(site.Site.Network);
        var root = site.Board.HasEthernet
            ? new JsonObject { ["Ethernet"] = address }
            : new JsonObject { ["WirelessClient"] = Joining(address, site) };
        return System.Text.Encoding.UTF8.GetBytes(root.ToJsonString(Indented));
    }

    private static JsonObject Joining(JsonObject wifi, CheckedSite site)
    {
        bool isOpen = site.Secrets.WifiPassword.Length == 0;
        wifi["Ssid"] = site.Site.WifiName;
        wifi["Password"] = site.Secrets.WifiPassword;
        wifi["Authentication"] = isOpen ? "Open" : "WPA2";
        wifi["Encryption"] = isOpen ? "None" : "WPA2_PSK2";
        wifi["ConfigurationOption"] = "AutoConnect";
        return wifi;
    }

    private static JsonObject Address(NetworkEntry? network) => new(
        network is null
            ? [new("DhcpEnabled", true), new("IPv4DNSAddress1", NoAddress), new("IPv4DNSAddress2", NoAddress)]
            :
            [
                new("DhcpEnabled", false),
                new("IPv4Address", network.Address),
                new("IPv4NetMask", network.Mask),
                new("IPv4Gateway", network.Gateway),
                new("IPv4DNSAddress1", network.Dns),
                new("IPv4DNSAddress2", NoAddress),
            ]);
}
