using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Ixp.Sites;
using Ixp.Sites.Secrets;
using Mosquitto;
using SystemTests.Support;

namespace SystemTests.Secrecy;

/// <summary>No secret of a device is in anything that it tells its broker or its log, whatever it is asked.</summary>
public sealed class DeviceSecrecyTests : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("secrecy-").FullName;
    private readonly ConcurrentQueue<string> _heard = new();
    private readonly ConcurrentQueue<string> _log = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task NothingTellsASecret()
    {
        var secrets = Canaries.Secrets(_folder);
        var site = TestSite.Read() with { ReportSeconds = 10 };
        await using var run = await Start(site, secrets);
        using var listener = await Listen(run);
        using var noc = await VirtualNoc.At(run);
        await run.Run(2 * Minute);

        // The secrets are in use: without them there would be neither a connection nor a UPS.
        Assert.Equal(1, (int)run.Last("status")["online"]!);
        Assert.Equal(1, (int)run.Last("probe/ups1_snmp")["up"]!);

        foreach (string question in Questions(site))
            Assert.NotNull(await noc.TryAsk("get", question));
        Assert.Equal(0, (int)(await noc.Set("broker", "", "password", "\"x\"", "s1"))["ok"]!);
        Assert.Equal(0, (int)(await noc.Set("snmp", "default", "community", "\"x\"", "s2"))["ok"]!);
        Assert.Equal(0, (int)(await noc.Set("target", "ups1_snmp", "community", "\"x\"", "s3"))["ok"]!);
        Assert.Equal(1, (int)(await noc.Set("alarm", "inlet_c", "high_warning", "\"28.5\"", "s4"))["ok"]!);
        await run.Run(Minute);
        foreach (string question in new[] { "\"what\":\"changes\"", "\"what\":\"secrets\"" })
            Assert.NotNull(await noc.TryAsk("get", question));
        foreach (string verb in new[] { "scan", "self-test", "identify", "no-such-verb" })
            await noc.TryAsk(verb);

        AssertNothingFound();
        Assert.Empty(run.Deaths);
    }

    [Fact]
    public async Task NorDoesOneWhoseSecretsAreDamaged()
    {
        await using var run = await Start(TestSite.Read(), Canaries.Secrets(_folder));
        using var listener = await Listen(run);
        await run.Run(Minute);
        run.Site.Board.PowerCut();
        byte[] whole = run.Site.Board.Flash.ReadFile("ixp/secrets.conf");
        foreach (byte[] damaged in new[] { whole[..(whole.Length / 2)], [.. whole, .. "password="u8, .. Encoding.UTF8.GetBytes(Canaries.Password.Text)], Encoding.UTF8.GetBytes(Canaries.Password.Text) })
        {
            run.Site.Board.Flash.WriteFile("ixp/secrets.conf", damaged);
            run.Site.Board.PowerOn();
            await run.Run(Minute);
            run.Site.Board.PowerCut();
        }

        Assert.Contains(_log, l => l.Contains("is damaged", StringComparison.Ordinal));
        AssertNothingFound();
    }

    /// <summary>Every line of the configuration as a whole, and by each key that could be one.</summary>
    private static IEnumerable<string> Questions(Site site)
    {
        string[] keys = ["password", "community", "client_key", "wifi_password", "host"];
        (string Entry, string Name)[] entries =
        [
            ("broker", ""), ("network", ""), ("time", ""), ("report", ""), ("board", ""), ("secrets", ""), ("wifi", ""), ("snmp", "default"), ("snmp", "core"),
            .. site.Sensors.Select(s => ("sensor", s.Name)),
            .. site.Targets.Select(t => ("target", t.Name)),
            ("alarm", "inlet_c"), ("port", "as64500"),
        ];
        foreach (var (entry, name) in entries)
        {
            string line = $"\"entry\":\"{entry}\"{(name.Length > 0 ? $",\"name\":\"{name}\"" : "")}";
            yield return line;
            if (entry is "sensor")
                continue;
            foreach (string key in keys)
                yield return $"{line},\"key\":\"{key}\"";
        }
    }

    /// <summary>The device has to know its password; those who listen need none.</summary>
    private async Task<VirtualRun> Start(Site site, SiteSecrets secrets) => await VirtualRun.Start(
        site,
        TestSite.Board,
        virtualSite =>
        {
            virtualSite.Board.ConsoleLine += _log.Enqueue;
            virtualSite.Board.Flash.CreateDirectory("ixp");
            virtualSite.Board.Flash.WriteFile("ixp/client.key", File.ReadAllBytes(secrets.ClientKeyFile!));
        },
        new BrokerOptions
        {
            Users = new Dictionary<string, string> { [site.Device] = secrets.BrokerPassword },
            ExtraConfiguration = ["allow_anonymous true"],
        },
        secrets);

    /// <summary>Hears all that anybody says at the broker.</summary>
    private async Task<MosquittoClient> Listen(VirtualRun run)
    {
        var client = new MosquittoClient();
        var subscribed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        client.Message += m => _heard.Enqueue($"{m.Topic} {Encoding.UTF8.GetString(m.Payload)}");
        client.Subscribed += (_, _) => subscribed.TrySetResult();
        await client.ConnectAsync(run.Description.Broker.Host, run.Description.Broker.Port, TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        client.Subscribe("#", qos: 1);
        await subscribed.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        return client;
    }

    private void AssertNothingFound()
    {
        Assert.NotEmpty(_heard);
        Assert.NotEmpty(_log);
        Assert.Empty(_heard.SelectMany(t => Canary.In("a message", t, Canaries.All)));
        Assert.Empty(_log.SelectMany(t => Canary.In("the log", t, Canaries.All)));
    }
}
