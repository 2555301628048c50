using System.Text.Json.Nodes;
using Ixp.Flash;
using Ixp.Sites;
using Ixp.Sites.Secrets;
using Xunit;
using static Tools.Tests.Ixp.Samples;

namespace Tools.Tests.Ixp.Flash;

/// <summary>Network settings as nanoff takes them.</summary>
public class NetworkDeploymentTests
{
    [Fact]
    public void Address_of_its_own() => Assert.Equal(
        """{"Ethernet":{"DhcpEnabled":false,"IPv4Address":"192.0.2.20","IPv4NetMask":"255.255.255.0","IPv4Gateway":"192.0.2.1","IPv4DNSAddress1":"192.0.2.53","IPv4DNSAddress2":"0.0.0.0"}}""",
        Json(GoodSite with { Network = new NetworkEntry("192.0.2.20", "255.255.255.0", "192.0.2.1", "192.0.2.53") }, GoodBoard, new SiteSecrets()));

    [Fact]
    public void Wifi_board_joins_by_itself() => Assert.Equal(
        """{"WirelessClient":{"DhcpEnabled":true,"IPv4DNSAddress1":"0.0.0.0","IPv4DNSAddress2":"0.0.0.0","Ssid":"rack hall","Password":"long enough","Authentication":"WPA2","Encryption":"WPA2_PSK2","ConfigurationOption":"AutoConnect"}}""",
        Json(GoodSite with { WifiName = "rack hall" }, GoodBoard with { HasEthernet = false }, new SiteSecrets { WifiPassword = "long enough" }));

    [Fact]
    public void Open_wifi() => Assert.Contains(
        "\"Password\":\"\",\"Authentication\":\"Open\",\"Encryption\":\"None\"",
        Json(GoodSite with { WifiName = "hall" }, GoodBoard with { HasEthernet = false }, new SiteSecrets()),
        StringComparison.Ordinal);

    private static string Json(Site site, Board board, SiteSecrets secrets) =>
        JsonNode.Parse(NetworkDeployment.Json(new CheckedSite(site, board, secrets)))!.ToJsonString();
}
