extern alias corlib;

using VirtualBoard;
using Xunit;
using NetworkHelper = corlib::nanoFramework.Networking.NetworkHelper;
using NetworkHelperStatus = corlib::nanoFramework.Networking.NetworkHelperStatus;
using NetworkInterface = corlib::System.Net.NetworkInformation.NetworkInterface;
using Kind = corlib::System.Net.NetworkInformation.NetworkInterfaceType;

namespace Tools.Tests.Corlib;

public sealed class NetworkInterfaceTests
{
    [Theory]
    [InlineData(true, new[] { "0.0.0.0", "0.0.0.0", "192.0.2.10" })]
    [InlineData(false, new[] { "192.0.2.10", "0.0.0.0" })]
    public void Interfaces_stand_in_the_order_of_the_images_and_one_has_the_link(bool hasEthernet, string[] addresses)
    {
        using var board = new Board(new BoardProfile { HasEthernet = hasEthernet });
        board.Run(() =>
        {
            var all = NetworkInterface.GetAllNetworkInterfaces();
            Kind[] kinds = [Kind.Wireless80211, Kind.WirelessAP, Kind.Ethernet];
            Assert.Equal(kinds.Take(addresses.Length), all.Select(i => i.NetworkInterfaceType));
            Assert.Equal(addresses, all.Select(i => i.IPv4Address));
        });
    }

    [Fact]
    public void The_helper_finds_no_wire_where_there_is_none()
    {
        using var board = new Board(new BoardProfile { HasEthernet = false });
        board.Run(() =>
        {
            NetworkHelper.SetupNetworkHelper();
            Assert.False(NetworkHelper.NetworkReady.WaitOne(500, false));
            Assert.Equal(NetworkHelperStatus.FailedNoNetworkInterface, NetworkHelper.Status);
        });
    }
}
