using Appliance.App.Networking;
using Appliance.Core.Config;
using SystemTests.Support;
using VirtualBoard;
using VirtualBoard.Running;
using DeviceNetwork = Appliance.App.Networking.Network;
using Hardware = VirtualBoard.Board;

namespace SystemTests;

/// <summary>A board without Ethernet: the image joins the Wi-Fi by itself, and the firmware takes it as it comes and goes.</summary>
public sealed class WifiTests : IDisposable
{
    private readonly TimeBase _time = TimeBase.Virtual();
    private readonly Hardware _board;

    public WifiTests() => _board = new Hardware(new BoardProfile { HasEthernet = false }, _time);

    public void Dispose()
    {
        _board.Dispose();
        _time.Dispose();
    }

    [Fact]
    public async Task BoardComesOnlineByWifiAndComesBackAfterALoss()
    {
        var site = TestSite.Read() with { ReportSeconds = 5, Targets = [], Ports = [], Sensors = [.. TestSite.Read().Sensors.Where(s => s.Name is "inlet")] };
        await using var run = await VirtualRun.Start(site, TestSite.Board with { HasEthernet = false });
        await run.Run(TimeSpan.FromMinutes(1));
        Assert.Equal(1, (int)run.Last("status")["online"]!);

        run.Site.Board.Link.IsUp = false;
        await run.Run(TimeSpan.FromMinutes(30));
        run.Site.Board.Link.IsUp = true;
        await run.Run(TimeSpan.FromMinutes(5));
        Assert.Equal(2, (int)run.Last("health")["connects_count"]!);
        Assert.True(run.Watch.IsComplete);
        Assert.Empty(run.Deaths);
    }

    [Fact]
    public void ItIsReadyWhileTheInterfaceHasAnAddress() => _board.Run(() =>
    {
        var network = DeviceNetwork.Of(Entry("board", ("network", "wifi")));
        _board.Link.IsUp = false;
        network.Start(Entry("network"));
        Assert.False(network.IsReady);

        _board.Link.IsUp = true;
        Interpreter.Current.Sleep(1000);
        Assert.True(network.IsReady);
        Assert.Equal("192.0.2.10", network.Address);
        Assert.Equal("192.0.2.1", network.Gateway);

        network.SetUpAgain();
        Assert.True(network.IsReady);
        _board.Link.IsUp = false;
        Interpreter.Current.Sleep(1000);
        Assert.False(network.IsReady);
    });

    [Fact]
    public void AFixedAddressIsSetAndTakenBack() => _board.Run(() =>
    {
        var network = new Wifi();
        network.Start(Entry("network", ("address", "198.51.100.7"), ("mask", "255.255.255.0"), ("gateway", "198.51.100.1"), ("dns", "198.51.100.2")));
        Assert.False(_board.Link.IsDhcp);
        Assert.Equal("198.51.100.7", network.Address);
        Assert.Equal("198.51.100.1", network.Gateway);
        Assert.Equal("198.51.100.2", _board.Link.Resolvers[0].ToString());

        network.Start(Entry("network"));
        Assert.True(_board.Link.IsDhcp);
    });

    [Fact]
    public void AnImageWithoutTheInterfaceIsNeverReady() => _board.Run(() =>
    {
        var network = new Ethernet();
        network.Start(Entry("network"));
        Interpreter.Current.Sleep(5000);
        Assert.Null(network.Address);
        Assert.False(network.IsReady);
    });

    [Fact]
    public void AnyOtherNetworkIsAMistakeOfTheConfiguration() => _board.Run(() =>
    {
        Assert.IsType<Ethernet>(DeviceNetwork.Of(Entry("board")));
        Assert.Throws<ConfigException>(() => DeviceNetwork.Of(Entry("board", ("network", "lte"))));
    });

    private static ConfigEntry Entry(string keyword, params (string Name, string Value)[] values)
    {
        var entry = new ConfigEntry(keyword, 1);
        foreach (var (name, value) in values)
            entry.Add(name, value);
        return entry;
    }
}
