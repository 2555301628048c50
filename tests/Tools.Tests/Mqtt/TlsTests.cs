extern alias corlib;

using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Mosquitto;
using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.Exceptions;
using Tools.Tests.Mosquitto;
using VirtualBoard;
using VirtualBoard.Running;
using Xunit;
using X509Certificate = corlib::System.Security.Cryptography.X509Certificates.X509Certificate;
using X509Certificate2 = corlib::System.Security.Cryptography.X509Certificates.X509Certificate2;

namespace Tools.Tests.Mqtt;

/// <summary>The handshake of the virtual board's client with a real broker, in virtual time.</summary>
public sealed class TlsTests : IDisposable
{
    private readonly Certificates _authority = new("Test authority");
    private readonly TimeBase _time = TimeBase.Virtual(DateTime.UtcNow);
    private readonly Board _board;

    public TlsTests()
    {
        _board = new Board(time: _time);
        _board.Booting += _ => _board.Clock.UtcNow = _time.UtcNow;
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _board.Dispose();
        _time.Dispose();
        _authority.Dispose();
    }

    [Theory]
    [InlineData(MqttSslProtocols.TLSv1_2)]
    [InlineData(MqttSslProtocols.TLSv1_3)]
    [InlineData(MqttSslProtocols.None)]
    public async Task A_message_goes_to_the_broker_over_TLS(MqttSslProtocols protocol)
    {
        await using var broker = await Start();
        _board.Run(() =>
        {
            var station = new Station(Client(broker, protocol));
            station.Connect();
            station.PublishAndWait("power", "x");
        });
    }

    [Theory]
    [InlineData(MqttSslProtocols.TLSv1_2, TlsVersion.Tls13)]
    [InlineData(MqttSslProtocols.TLSv1_3, TlsVersion.Tls12)]
    [InlineData(MqttSslProtocols.None, TlsVersion.Tls12)]
    public async Task A_client_speaks_one_version_only(MqttSslProtocols protocol, TlsVersion spoken)
    {
        await using var broker = await Start(only: spoken);
        Refused(broker, protocol);
    }

    [Fact]
    public async Task The_handshake_stops_every_thread()
    {
        await using var broker = await Start();
        long longest = 0;
        _board.Run(() =>
        {
            Interpreter.Current.Start("ticker", () =>
            {
                for (long last = Uptime(); ; last = Uptime())
                {
                    Interpreter.Current.Sleep(10);
                    longest = Math.Max(longest, Uptime() - last);
                }
            });
            Client(broker).Connect("rack-1");
            Interpreter.Current.Sleep(20);
        });
        Assert.InRange(longest, 1_000_000, 1_100_000);
    }

    [Fact]
    public async Task Another_authority_is_refused()
    {
        using var others = new Certificates("Other authority");
        await using var broker = await Start();
        Refused(broker, authorities: File.ReadAllText(others.CaFile));
    }

    [Fact]
    public async Task Without_an_authority_nobody_is_trusted()
    {
        await using var broker = await Start();
        Refused(broker, authorities: "");
    }

    [Fact]
    public async Task Any_authority_of_a_bundle_will_do()
    {
        using var others = new Certificates("Other authority");
        await using var broker = await Start();
        Accepted(broker, authorities: File.ReadAllText(others.CaFile) + File.ReadAllText(_authority.CaFile));
    }

    [Fact]
    public async Task A_certificate_that_has_expired_by_the_boards_clock_is_refused()
    {
        await using var broker = await Start(notAfter: DateTimeOffset.UtcNow.AddDays(1));
        Accepted(broker);
        _board.Clock.UtcNow = _time.UtcNow.AddDays(2);
        Refused(broker);
    }

    [Fact]
    public async Task In_1970_no_certificate_is_valid_yet()
    {
        await using var broker = await Start();
        _board.Run(() => { });
        _board.Clock.UtcNow = DateTime.UnixEpoch;
        Refused(broker);
    }

    [Fact]
    public async Task A_certificate_for_another_host_is_refused()
    {
        await using var broker = await Start(host: "broker.example");
        Refused(broker);
    }

    [Fact]
    public async Task The_name_that_the_client_was_given_is_what_counts()
    {
        _board.Link.Names["broker.example"] = IPAddress.Loopback;
        _board.Link.Names["other.example"] = IPAddress.Loopback;
        await using var broker = await Start(host: "broker.example");
        Accepted(broker, host: "broker.example");
        Refused(broker, host: "other.example");
    }

    [Fact]
    public async Task Nothing_is_checked_if_the_settings_say_so()
    {
        using var others = new Certificates("Other authority");
        await using var broker = await Start(host: "broker.example");
        _board.Run(() => MqttSettings.Instance.ValidateServerCertificate = false);
        Accepted(broker, authorities: File.ReadAllText(others.CaFile));
    }

    [Theory]
    [InlineData(MqttSslProtocols.TLSv1_2)]
    [InlineData(MqttSslProtocols.TLSv1_3)]
    public async Task A_client_certificate_is_shown(MqttSslProtocols protocol)
    {
        await using var broker = await Start(requireClientCertificate: true);
        var (file, keyFile) = _authority.Issue("rack");
        _board.Run(() => Client(broker, protocol, own: new X509Certificate2(File.ReadAllText(file), File.ReadAllText(keyFile), "")).Connect("rack-1"));
    }

    [Fact]
    public async Task A_missing_client_certificate_ends_the_handshake_of_1_2()
    {
        await using var broker = await Start(requireClientCertificate: true);
        Refused(broker, MqttSslProtocols.TLSv1_2);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_missing_or_wrong_client_certificate_ends_the_connection_of_1_3_after_its_handshake(bool isThere)
    {
        using var others = new Certificates("Other authority");
        var (file, keyFile) = others.Issue("rack");
        await using var broker = await Start(requireClientCertificate: true);
        _board.Run(() =>
        {
            var own = isThere ? new X509Certificate2(File.ReadAllText(file), File.ReadAllText(keyFile), "") : null;
            var client = Client(broker, MqttSslProtocols.TLSv1_3, own: own);
            Assert.Throws<MqttCommunicationException>(() => client.Connect("rack-1"));
            client.Close();
        });
    }

    [Fact]
    public async Task A_plain_broker_fails_the_handshake()
    {
        await using var broker = await Broker.StartNew(cancellation: Cancellation);
        Refused(broker);
    }

    [Fact]
    public void A_silent_peer_freezes_the_board_and_not_the_world()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int ticks = 0;
        _board.Run(() =>
        {
            var interpreter = Interpreter.Current;
            interpreter.Start("ticker", () =>
            {
                for (; ; ticks++)
                    interpreter.Sleep(1000);
            });
            interpreter.Start("uplink", () => Client("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port).Connect("rack-1"));
        });
        _time.RunFor(TimeSpan.FromMinutes(10));

        Assert.Equal(0, ticks);
        Assert.InRange(_time.NowMicros, 600_000_000, 700_000_000);
        _board.PowerCut();
    }

    private static long Uptime() => Interpreter.Current.UptimeMicros;

    private Task<Broker> Start(
        string host = "127.0.0.1", DateTimeOffset? notAfter = null, bool requireClientCertificate = false, TlsVersion? only = null)
    {
        var (certFile, keyFile) = _authority.Issue("broker", host, notAfter: notAfter);
        var tls = new BrokerTls(_authority.CaFile, certFile, keyFile, requireClientCertificate);
        return Broker.StartNew(new BrokerOptions { Tls = tls, OnlyTls = only }, Cancellation);
    }

    private MqttClient Client(
        Broker broker, MqttSslProtocols protocol = MqttSslProtocols.TLSv1_3, string? authorities = null, X509Certificate2? own = null, string? host = null) =>
        Client(host ?? broker.Host, broker.Port, protocol, authorities, own);

    private MqttClient Client(
        string host, int port, MqttSslProtocols protocol = MqttSslProtocols.TLSv1_3, string? authorities = null, X509Certificate2? own = null)
    {
        authorities ??= File.ReadAllText(_authority.CaFile);
        return new MqttClient(host, port, true, authorities.Length == 0 ? null : new X509Certificate(authorities), own, protocol);
    }

    private void Accepted(Broker broker, string? authorities = null, string? host = null) =>
        _board.Run(() =>
        {
            var station = new Station(Client(broker, authorities: authorities, host: host));
            station.Connect();
            station.Client.Close();
        });

    private void Refused(
        Broker broker,
        MqttSslProtocols protocol = MqttSslProtocols.TLSv1_3,
        string? authorities = null,
        X509Certificate2? own = null,
        string? host = null)
    {
        _board.Run(() =>
        {
            var client = Client(broker, protocol, authorities, own, host);
            var failure = Assert.Throws<MqttConnectionException>(() => client.Connect("rack-1"));
            Assert.IsType<CryptographicException>(failure.InnerException, exactMatch: false);
            Assert.False(client.IsConnected);
            client.Close();
        });
        Assert.Equal(0, _board.Link.Relay.OpenConnections);
    }
}
