using System.Text.Json;
using System.Text.Json.Nodes;
using Ixp.Sites;

namespace Ixp.Flash;

/// <summary>
/// The JSON by which nanoff writes a board's network settings. An image of a Wi-Fi board comes with SmartConfig on and an access
/// point of well-known name: both are switched off.
/// </summary>
internal static class NetworkDeployment
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static byte[] Json(CheckedSite site)
    {
        var address = Address(site.Site.Network);
        var root = site.Board.HasEthernet
            ? new JsonObject { ["Ethernet"] = address }
            : new JsonObject { ["WirelessClient"] = Joining(address, site), ["WirelessAccessPoint"] = new JsonObject { ["AccessPointOptions"] = "Disable" } };
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

    private static JsonObject Address(NetworkEntry? network) => network is null
        ? new JsonObject { ["DhcpEnabled"] = true, ["AutomaticDNS"] = true }
        : new JsonObject
        {
            ["DhcpEnabled"] = false,
            ["AutomaticDNS"] = false,
            ["IPv4Address"] = network.Address,
            ["IPv4NetMask"] = network.Mask,
            ["IPv4Gateway"] = network.Gateway,
            ["IPv4DNSAddress1"] = network.Dns,
        };
}
