using Mosquitto;
using SystemTests.Faults;
using SystemTests.Support;
using Tools.Tests.Mosquitto;
using VirtualRack.Chips;

namespace SystemTests.Tls;

/// <summary>
/// The whole firmware comes to a real broker by TLS, or does not: whatever is wrong is named, nothing of the device stands still or is lost
/// meanwhile, nothing is said in plain text, and it recovers once somebody has mended it.
/// </summary>
public sealed class TlsTests : IDisposable
{
    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Minutes = TimeSpan.FromMinutes(3);

    private readonly Certificates _authority = new("Exchange");
    private readonly Certificates _others = new("Somebody else");

    public TlsTests() => _authority.Issue("broker");

    public void Dispose()
    {
        _authority.Dispose();
        _others.Dispose();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(TlsVersion.Tls12)]
    [InlineData(TlsVersion.Tls13)]
    public async Task TelemetryArrivesByTheVersionThatTheBrokerSpeaks(TlsVersion? only)
    {
        await using var secure = await SecureWorld.Start(_authority, only: only);
        await secure.World.Run(Minutes);
        Assert.Single(secure.World.Account.Births);
        Assert.Equal([0], secure.Causes.Distinct());
        await FaultTest.AssertNothingIsMissing(secure.World);
        secure.AssertNothingInPlainText();
        Assert.Equal(2, secure.Port.Heard.Count); // the greeting and the connection
    }

    [Theory]
    [InlineData("authority", TlsVersion.Tls12)]
    [InlineData("authority", TlsVersion.Tls13)]
    [InlineData("expired", TlsVersion.Tls13)]
    [InlineData("not yet valid", TlsVersion.Tls13)]
    [InlineData("name", TlsVersion.Tls12)]
    [InlineData("name", TlsVersion.Tls13)]
    public async Task CertificateThatIsNotRightIsNotTrusted(string wrong, TlsVersion only)
    {
        if (wrong is "authority")
            Copy(_others.Issue("broker"), _authority.Files("broker"));
        else if (wrong is "expired")
            _authority.Issue("broker", notAfter: Begin.AddDays(-1));
        else if (wrong is "not yet valid")
            _authority.Issue("broker", notBefore: Begin.AddDays(1));
        else
            _authority.Issue("broker", host: "broker.example");

        await using var secure = await SecureWorld.Start(_authority, only: only);
        await secure.AssertFails("certificate not accepted");
        await secure.World.Run(Minutes);
        Assert.Empty(secure.World.Account.Births);

        _authority.Issue("broker");
        await secure.RestartBroker();
        await secure.AssertRecovers(8);
    }

    [Fact]
    public async Task BrokerWithoutTlsGetsNoConnect()
    {
        await using var secure = await SecureWorld.Start(_authority, beforeBoot: s => s.Port.Target = s.World.Broker.Port);
        await secure.AssertFails("no TLS");
        await secure.World.Run(Minutes);
        Assert.Empty(secure.World.Account.Births);
        await secure.AssertRecovers(6);
    }

    [Fact]
    public async Task SilentPeerFreezesNothing()
    {
        await using var secure = await SecureWorld.Start(_authority, board: TestSite.Board, beforeBoot: s => s.Port.Target = 0);
        var led = secure.World.Site.Led!;
        await secure.AssertFails("silent");
        await secure.World.Run(Minutes);
        long longest = led.History.Zip(led.History.Skip(1)).Max(p => p.Second.AtMicros - p.First.AtMicros);
        Assert.InRange(longest, 0, 3_100_000); // nothing is longer than a frame
        await secure.AssertRecovers(5);
        Assert.Equal(0, secure.World.Account.Figure("stuck_count"));
        Assert.Equal(0, secure.World.Account.Figure("failures_count"));
    }

    [Fact]
    public async Task WithoutAuthoritiesNobodyIsTrusted()
    {
        await using var secure = await SecureWorld.Start(_authority, beforeBoot: s => s.World.Board.Flash.DeleteFile("ixp/ca.pem"));
        await secure.AssertFails("certificate file, there is no I:\\ixp\\ca.pem");
        await secure.World.Run(Minutes);
        Assert.Empty(secure.Port.Heard);
        secure.World.Board.Flash.WriteFile("ixp/ca.pem", File.ReadAllBytes(_authority.CaFile));
        await secure.AssertRecovers(7);
    }

    [Theory]
    [InlineData("ixp/ca.pem")]
    [InlineData("ixp/client.key")]
    public async Task FileThatIsDamagedIsNamed(string file)
    {
        await using var secure = await SecureWorld.Start(_authority, beforeBoot: s =>
        {
            s.Give(_authority.Issue("rack"));
            s.World.Board.Flash.WriteFile(file, "-----BEGIN nothing"u8.ToArray());
        });
        await secure.AssertFails("certificate file");
        secure.World.Board.Flash.WriteFile("ixp/ca.pem", File.ReadAllBytes(_authority.CaFile));
        secure.Give(_authority.Files("rack"));
        await secure.AssertRecovers(7);
    }

    [Fact]
    public async Task RevokedPasswordIsRefusedUntilItIsBack()
    {
        var right = new Dictionary<string, string>(StringComparer.Ordinal) { [FaultSite.Small.Device] = SecureWorld.Password };
        var wrong = new Dictionary<string, string>(StringComparer.Ordinal) { [FaultSite.Small.Device] = "another" };
        await using var secure = await SecureWorld.Start(_authority, users: right);
        await secure.World.Run(Minutes);
        Assert.Single(secure.World.Account.Births);

        secure.World.Broker.ChangeUsers(wrong);
        await secure.RestartBroker();
        await secure.AssertFails("not authorised, code 5");

        secure.World.Broker.ChangeUsers(right);
        await secure.RestartBroker();
        await secure.AssertRecovers(10);
    }

    [Theory]
    [InlineData(false, TlsVersion.Tls12, 8, "certificate not accepted")]
    [InlineData(false, TlsVersion.Tls13, 9, "handshake refused")]
    [InlineData(true, TlsVersion.Tls12, 8, "certificate not accepted")]
    [InlineData(true, TlsVersion.Tls13, 9, "handshake refused")]
    public async Task BrokerThatWantsACertificateGetsTheRightOne(bool hasWrong, TlsVersion only, int cause, string words)
    {
        await using var secure = await SecureWorld.Start(_authority, requiresClientCertificate: true, only: only, beforeBoot: s =>
        {
            if (hasWrong)
                s.Give(_others.Issue("rack"));
        });
        await secure.AssertFails(words);
        Assert.Empty(secure.World.Account.Births);
        secure.Give(_authority.Issue("rack"));
        await secure.AssertRecovers(cause);
    }

    [Fact]
    public async Task NothingIsTriedBeforeTheClockIsSet()
    {
        await using var secure = await SecureWorld.Start(_authority, beforeBoot: s => s.World.Board.Link.HasTimeServer = false);
        await secure.AssertFails("clock not set; waiting");
        await secure.World.Run(Minutes);
        Assert.Empty(secure.Port.Heard);

        secure.World.Board.Link.HasTimeServer = true;
        await secure.World.Run(Minutes);
        Assert.Contains(2, secure.Causes);
        Assert.Equal(0, secure.World.Account.Figure("uplink_cause"));
        await FaultTest.AssertNothingIsMissing(secure.World);
    }

    [Fact]
    public async Task LinkThatFailsInEachWayCostsNothing()
    {
        await using var secure = await SecureWorld.Start(_authority);
        var link = secure.World.Board.Link;
        await secure.World.Run(Minutes);
        link.IsUp = false;
        await secure.World.Run(Minutes);
        link.IsUp = true;
        await secure.World.Run(Minutes);
        link.Relay.Reset();
        await secure.World.Run(Minutes);
        link.Relay.IsStalled = true;
        await secure.World.Run(Minutes);
        link.Relay.IsStalled = false;
        await secure.World.Run(Minutes);
        secure.World.Board.PowerCut();
        secure.World.Board.PowerOn();
        await FaultTest.AssertNothingIsMissing(secure.World);
        Assert.Equal(2, secure.World.Watch.Sessions().Count);
        Assert.InRange(secure.World.Account.Births.Count, 5, 8);
        secure.AssertNothingInPlainText();
    }

    [Fact]
    public async Task MemoryForAHandshakeIsMissedWhileOneIsNeededOnly()
    {
        await using var secure = await SecureWorld.Start(_authority);
        await secure.World.Run(Minutes);
        secure.World.Board.NativeBlock = 16_000; // a record of 16 KiB and what belongs to it do not fit
        await secure.World.Run(5 * Minutes);
        Assert.Equal(1, secure.World.Board.Boots);

        secure.Port.Target = 0;
        secure.World.Board.Link.Relay.Reset();
        await secure.World.Run(3 * Minutes);
        Assert.Equal(2, secure.World.Board.Boots);
        secure.World.Board.NativeBlock = 59_000; // a start makes it whole
        await secure.AssertRecovers(5);
        Assert.Equal(1, secure.World.Account.Figure("restarts_count"));
    }

    [Fact]
    public async Task HandshakeThatWouldFailForWantOfMemoryIsNotTried()
    {
        await using var secure = await SecureWorld.Start(_authority);
        secure.World.Board.NativeBlock = 16_000;
        await secure.AssertFails("no memory");
        Assert.Equal(1, secure.World.Board.Boots);

        secure.World.Board.NativeBlock = 59_000;
        await secure.AssertRecovers(14);
    }

    [Fact]
    public async Task WarningOfTheUplinkIsOnTheLightUntilTheConnection()
    {
        _authority.Issue("broker", host: "broker.example");
        await using var secure = await SecureWorld.Start(_authority, board: TestSite.Board);
        await secure.AssertFails("certificate not accepted");
        Assert.InRange((await Blinks(secure)).Count(b => b is > 150 and < 250), 20, 28); // six in each of four frames

        _authority.Issue("broker");
        await secure.RestartBroker();
        await secure.AssertRecovers(8);
        Assert.InRange((await Blinks(secure)).Count, 3, 5);
    }

    private static async Task<IReadOnlyList<long>> Blinks(SecureWorld secure)
    {
        await secure.World.Run(TimeSpan.FromSeconds(3));
        long from = secure.World.Board.Time.NowMicros;
        await secure.World.Run(TimeSpan.FromSeconds(12));
        return LedBlinks.Since(secure.World.Site.Led!, from);
    }

    private static void Copy((string CertFile, string KeyFile) from, (string CertFile, string KeyFile) to)
    {
        File.Copy(from.CertFile, to.CertFile, overwrite: true);
        File.Copy(from.KeyFile, to.KeyFile, overwrite: true);
    }
}
