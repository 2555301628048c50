using System.Collections.Concurrent;
using System.Text;
using Ixp.Sites;
using Ixp.Sites.Secrets;
using Ixp.Soak;
using Ixp.Telemetry;
using Mosquitto;
using SystemTests.Faults;
using SystemTests.Support;
using Tools.Tests.Mosquitto;

namespace SystemTests.Tls;

/// <summary>
/// A device that comes to its broker by TLS, in virtual time, through a port that hears all it sends; the NOC listens at another port of the
/// same broker. The world begins in January 2026.
/// </summary>
internal sealed class SecureWorld : IAsyncDisposable
{
    public const string Password = "not to be heard";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly ConcurrentQueue<string> _log = new();
    private readonly ConcurrentQueue<int> _causes = new();
    private readonly int _tlsPort;

    private SecureWorld(OutageWorld world, WatchedPort port, int tlsPort)
    {
        World = world;
        Port = port;
        _tlsPort = tlsPort;
    }

    public OutageWorld World { get; }

    public WatchedPort Port { get; }

    /// <summary>All numbers that <c>uplink_cause</c> had, in the order in which they arrived, live or as backlog.</summary>
    public IEnumerable<int> Causes => _causes;

    /// <param name="authority">Has issued what <c>broker</c> names, and the device trusts it.</param>
    /// <param name="beforeBoot">What is to be so from the beginning.</param>
    public static async Task<SecureWorld> Start(
        Certificates authority,
        bool requiresClientCertificate = false,
        TlsVersion? only = null,
        IReadOnlyDictionary<string, string>? users = null,
        Board? board = null,
        Action<SecureWorld>? beforeBoot = null)
    {
        var (certFile, keyFile) = authority.Files("broker");
        int tlsPort = LoopbackPort.Pick();
        var port = new WatchedPort { Target = tlsPort };
        var site = FaultSite.Small with { ReportSeconds = 10, Targets = [], Broker = new BrokerEntry("", 0, KeepAliveSeconds: 30, authority.CaFile) };
        var options = new BrokerOptions
        {
            OnlyTls = only,
            Users = users,
            ExtraConfiguration =
            [
                "allow_anonymous true",
                $"listener {tlsPort} 127.0.0.1",
                $"cafile {authority.CaFile}",
                $"certfile {certFile}",
                $"keyfile {keyFile}",
                $"require_certificate {(requiresClientCertificate ? "true" : "false")}",
            ],
        };
        var world = await OutageWorld.Start(
            site,
            board ?? FaultSite.Board,
            TestContext.Current.CancellationToken,
            options,
            new SiteSecrets { BrokerPassword = Password },
            devicePort: port.Number,
            boots: false);
        var secure = new SecureWorld(world, port, tlsPort);
        world.Board.Link.Patience = TimeSpan.FromSeconds(2);
        world.Board.ConsoleLine += secure._log.Enqueue;
        world.Watch.Arrived += secure.Note;
        world.Site.Provision();
        beforeBoot?.Invoke(secure);
        world.Board.Boot(VirtualBoard.Hosting.ApplianceImage.Firmware);
        return secure;
    }

    /// <summary>Time passes until the device says that an attempt has failed for that.</summary>
    public async Task AssertFails(string words)
    {
        var took = await World.RunUntil(() => _log.Any(l => l.StartsWith("uplink: " + words, StringComparison.Ordinal)), Second, TimeSpan.FromMinutes(3));
        Assert.True(took.HasValue, $"It never said '{words}', but {string.Join("; ", _log)}");
    }

    /// <summary>The port leads to the broker's TLS, and time passes until the device has come, and all that it took meanwhile.</summary>
    public async Task AssertRecovers(int cause)
    {
        int births = World.Account.Births.Count;
        Port.Target = _tlsPort;
        var took = await World.RunUntil(() => World.Account.Births.Count > births, Second, TimeSpan.FromMinutes(5));
        Assert.True(took.HasValue, $"It does not come: {string.Join("; ", _log)}");
        await FaultTest.AssertNothingIsMissing(World);
        Assert.Equal(cause, World.Account.Figure("uplink_cause"));
        Assert.Contains(cause, Causes);
        AssertNothingInPlainText();
    }

    /// <summary>Nobody on the way has seen a CONNECT, or anything that is in one.</summary>
    public void AssertNothingInPlainText()
    {
        const byte Handshake = 0x16;
        foreach (byte[] heard in Port.Heard)
        {
            if (heard.Length > 0)
                Assert.Equal(Handshake, heard[0]);
            Assert.True(heard.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Password)) < 0);
            Assert.True(heard.AsSpan().IndexOf(Encoding.UTF8.GetBytes(World.Description.Device)) < 0);
        }
    }

    /// <summary>Puts files of certificates on the device, as somebody who mends it would.</summary>
    public void Give((string CertFile, string KeyFile) own)
    {
        World.Board.Flash.WriteFile("ixp/client.pem", File.ReadAllBytes(own.CertFile));
        World.Board.Flash.WriteFile("ixp/client.key", File.ReadAllBytes(own.KeyFile));
    }

    /// <summary>The broker takes up what has changed in its files; no time passes meanwhile.</summary>
    public async Task RestartBroker()
    {
        await World.KillBroker();
        await World.ReturnBroker();
    }

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        Port.Dispose();
    }

    private void Note(TelemetryMessage message)
    {
        if (message is { Path: "health" or "backlog/health", WasRetained: false, Payload: { } payload })
        {
            foreach (var report in payload is System.Text.Json.Nodes.JsonArray all ? all : [payload])
            {
                if (report!["uplink_cause"] is { } cause)
                    _causes.Enqueue((int)cause);
            }
        }
    }
}
