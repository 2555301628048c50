extern alias corlib;

using corlib::nanoFramework.Networking;
using corlib::VirtualBoard.Corlib.Replacements;
using VirtualBoard;
using VirtualBoard.Running;
using Xunit;
using CancellationTokenSource = corlib::System.Threading.CancellationTokenSource;
using Dns = corlib::System.Net.Dns;
using Environment = corlib::System.Environment;
using NetworkChange = corlib::System.Net.NetworkInformation.NetworkChange;
using SocketException = corlib::System.Net.Sockets.SocketException;
using Thread = corlib::System.Threading.Thread;

namespace Tools.Tests.Corlib;

public sealed class NetworkTests : IDisposable
{
    private readonly TimeBase _time = TimeBase.Virtual();
    private readonly Board _board;

    public NetworkTests() => _board = new Board(time: _time);

    public void Dispose()
    {
        _board.Dispose();
        _time.Dispose();
    }

    [Fact]
    public void The_clock_is_1970_until_a_time_server_answers() => _board.Run(() =>
    {
        Assert.Equal(1970, DateTimeReplacement.get_UtcNow().Year);
        NetworkHelper.SetupNetworkHelper(requiresDateTime: true);
        Assert.True(NetworkHelper.NetworkReady.WaitOne(5000, false));
        Assert.Equal(2026, DateTimeReplacement.get_UtcNow().Year);
        Assert.Equal(NetworkHelperStatus.NetworkIsReady, NetworkHelper.Status);
    });

    [Fact]
    public void The_clock_is_set_every_hour()
    {
        _board.Run(() => { });
        _time.RunFor(TimeSpan.FromHours(10));

        Assert.Equal(10, _board.NetworkTime.Updates);
    }

    [Fact]
    public void Without_a_time_server_the_wait_ends_with_its_token()
    {
        _board.Link.HasTimeServer = false;
        _board.Run(() =>
        {
            var source = new CancellationTokenSource(3000);
            Assert.False(NetworkHelper.SetupAndConnectNetwork(source.Token, requiresDateTime: true));
            Assert.Equal(NetworkHelperStatus.TokenExpiredWaitingDateTime, NetworkHelper.Status);
            GC.KeepAlive(source);
        });
    }

    [Fact]
    public void A_second_setup_needs_a_reset() => _board.Run(() =>
    {
        NetworkHelper.SetupNetworkHelper();
        Assert.Throws<InvalidOperationException>(() => NetworkHelper.SetupNetworkHelper());
        NetworkHelper.Reset();
        NetworkHelper.SetupNetworkHelper();
    });

    [Fact]
    public void A_lost_link_takes_readiness_away_and_brings_it_back()
    {
        var seen = new List<bool>();
        _board.Run(() =>
        {
            NetworkHelper.SetupNetworkHelper();
            NetworkChange.NetworkAvailabilityChanged += (_, e) => seen.Add(e.IsAvailable);
            Thread.Sleep(1000);
        });
        _board.Link.IsUp = false;
        Assert.False(_board.Run(() => NetworkHelper.NetworkReady.WaitOne(1000, false)));
        Assert.Equal(NetworkHelperStatus.Reconnecting, _board.Run(() => NetworkHelper.Status));
        _board.Link.IsUp = true;
        Assert.True(_board.Run(() => NetworkHelper.NetworkReady.WaitOne(1000, false)));
        Assert.Equal([false, true], seen);
    }

    [Fact]
    public void A_look_up_without_resolver_stops_every_thread()
    {
        _board.Link.HasDns = false;
        _board.Run(() =>
        {
            int steps = 0;
            new Thread(() =>
            {
                while (true)
                {
                    Thread.Sleep(10);
                    steps++;
                }
            }).Start();
            Thread.Sleep(5);
            long before = Environment.TickCount64;

            Assert.Equal(11001, Assert.Throws<SocketException>(() => Dns.GetHostEntry("broker.example")).ErrorCode);
            Assert.True(Environment.TickCount64 - before >= 1000);
            Assert.InRange(steps, 0, 1);
        });
    }

    [Fact]
    public void A_known_name_resolves()
    {
        _board.Link.Names["broker.example"] = System.Net.IPAddress.Loopback;

        Assert.Equal("127.0.0.1", _board.Run(() => Dns.GetHostEntry("broker.example").AddressList[0].ToString()));
    }
}
