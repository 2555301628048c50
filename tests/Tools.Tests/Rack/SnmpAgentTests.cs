using System.Diagnostics;
using System.Net;
using FsCheck;
using FsCheck.Fluent;
using VirtualBoard.Running;
using VirtualRack.Equipment.Snmp;
using Xunit;

namespace Tools.Tests.Rack;

public sealed class SnmpAgentTests : IDisposable
{
    private const string Uptime = "1.3.6.1.2.1.1.3.0";
    private const string Name = "1.3.6.1.2.1.1.5.0";
    private const string Octets = "1.3.6.1.2.1.31.1.1.1.6";

    private readonly TimeBase _time = TimeBase.Virtual();
    private readonly SnmpAgent _agent;
    private readonly SnmpClient _client;

    public SnmpAgentTests()
    {
        _agent = new SnmpAgent(_time, uptime: TimeSpan.FromDays(20));
        var table = new SnmpTable();
        table.Add("1.3.6.1.2.1.1.3", () => SnmpValue.TimeTicks(_agent.UptimeTicks));
        table.Add("1.3.6.1.2.1.1.5", () => SnmpValue.Text("sw1"));
        table.Add("1.3.6.1.2.1.1.2", () => SnmpValue.Id("1.3.6.1.4.1.8072"));
        table.Add(Octets, 10101, () => SnmpValue.Counter64(ulong.MaxValue));
        table.Add(Octets, 2, () => SnmpValue.Counter64(0x80));
        table.Add("1.3.6.1.2.1.2.2.1.8", 1, () => SnmpValue.Integer(-1));
        table.Add("1.3.6.1.2.1.2.2.1.14", 1, () => SnmpValue.Counter32(0x1_0000_0003));
        table.Add("1.3.6.1.2.1.31.1.1.1.15", 1, () => SnmpValue.Gauge32(uint.MaxValue));
        _agent.Table = table;
        _agent.Open(IPAddress.Parse("127.0.0.1"));
        _client = new SnmpClient(_agent.EndPoint);
    }

    public void Dispose()
    {
        _client.Dispose();
        _agent.Dispose();
        _time.Dispose();
    }

    /// <summary>The example of a request and its answer that was worked out by hand.</summary>
    [Fact]
    public void BytesAreThoseOfTheStandard() => Assert.Equal(
        "303C02010104067075626C6963A22F020212340201000201003023301006082B060102010103004304"
        + "0A4CB800300F06082B06010201010500" + "0403737731",
        Convert.ToHexString(_agent.Answer(Convert.FromHexString(
            "303502010104067075626C6963A028020212340201000201"
            + "00301C300C06082B060102010103000500300C06082B060102010105000500"))!));

    [Fact]
    public void LongLengthsAreReadToo() => Assert.NotNull(_agent.Answer(Convert.FromHexString(
        "3082002A02010104067075626C6963A082001B0202123402010002010030820" + "00D300B06072B060102010103" + "0500")));

    [Fact]
    public async Task EachTypeKeepsItsValue()
    {
        Assert.Equal("sw1", await _client.Value(Name));
        Assert.Equal("1.3.6.1.4.1.8072", await _client.Value("1.3.6.1.2.1.1.2.0"));
        Assert.Equal(ulong.MaxValue, await _client.Value(Octets + ".10101"));
        Assert.Equal(0x80ul, await _client.Value(Octets + ".2"));
        Assert.Equal(-1, await _client.Value("1.3.6.1.2.1.2.2.1.8.1"));
        Assert.Equal(3u, await _client.Value("1.3.6.1.2.1.2.2.1.14.1"));
        Assert.Equal(uint.MaxValue, await _client.Value("1.3.6.1.2.1.31.1.1.1.15.1"));
    }

    [Fact]
    public async Task WhatIsMissingIsSaidInItsPlace()
    {
        var answer = await _client.Ask(SnmpClient.Get, Name, "1.3.6.1.2.1.1.5.1", "1.3.6.1.2.1.1.5", Octets + ".3", "1.3.6.1.2.1.1.4.0", "1.3");

        Assert.Equal((0, 0), (answer.Status, answer.Index));
        Assert.Equal(["sw1", "noSuchInstance", "noSuchObject", "noSuchInstance", "noSuchObject", "noSuchObject"], answer.Bindings.Select(b => b.Value));
    }

    [Fact]
    public async Task AWalkSeesEveryVariableOnceInOrder()
    {
        Assert.Equal(
            [
                "1.3.6.1.2.1.1.2.0", Uptime, Name, "1.3.6.1.2.1.2.2.1.8.1", "1.3.6.1.2.1.2.2.1.14.1", Octets + ".2", Octets + ".10101",
                "1.3.6.1.2.1.31.1.1.1.15.1",
            ],
            (await _client.Walk("1.3")).Select(v => v.Name));
        var end = await _client.Ask(SnmpClient.GetNext, "1.3.6.1.2.1.31.1.1.1.15.1");
        Assert.Equal([("1.3.6.1.2.1.31.1.1.1.15.1", "endOfMibView")], end.Bindings);
    }

    [Fact]
    public void GetBulkRepeatsTheLastNamesUntilTheEnd()
    {
        var answer = Answer(_client.Request(SnmpClient.GetBulk, ["1.3.6.1.2.1.1.4", Octets, "1.3.6.1.2.1.31.1.1.1.10"], 1, 5));

        Assert.Equal(
            [
                Name, Octets + ".2", "1.3.6.1.2.1.31.1.1.1.15.1", Octets + ".10101", "1.3.6.1.2.1.31.1.1.1.15.1",
                "1.3.6.1.2.1.31.1.1.1.15.1", "1.3.6.1.2.1.31.1.1.1.15.1", "1.3.6.1.2.1.31.1.1.1.15.1", "1.3.6.1.2.1.31.1.1.1.15.1",
            ],
            answer.Bindings.Select(b => b.Name));
        Assert.Equal("endOfMibView", answer.Bindings[^1].Value);
    }

    [Fact]
    public void GetBulkIsCutToTheLongestAnswer()
    {
        _agent.MaxMessage = 484;
        byte[] bulk = _agent.Answer(_client.Request(SnmpClient.GetBulk, Enumerable.Repeat("1.3", 5).ToArray(), 0, int.MaxValue))!;

        Assert.InRange(bulk.Length, 400, 484);
        Assert.Equal(0, _client.Read(bulk).Status);
    }

    [Fact]
    public void AnAnswerThatIsTooLongIsAnError()
    {
        byte[] request = _client.Request(SnmpClient.Get, Enumerable.Repeat(Name, 30).ToArray());
        Assert.Equal(30, Answer(request).Bindings.Count);

        _agent.MaxMessage = 484;
        var answer = Answer(request);
        Assert.Equal((1, 0), (answer.Status, answer.Index));
        Assert.Empty(answer.Bindings);
    }

    [Fact]
    public void NothingCanBeSet() => Assert.Equal((6, 1), Answer(_client.Request(SnmpClient.Set, [Name])) is var a ? (a.Status, a.Index) : default);

    [Fact]
    public void StrangersAreNotAnswered()
    {
        using var stranger = new SnmpClient(_agent.EndPoint, "private");

        Assert.Null(_agent.Answer(stranger.Request(SnmpClient.Get, [Name])));
        Assert.Null(_agent.Answer(_client.Request(SnmpClient.Get, [Name], version: 0)));
        Assert.Null(_agent.Answer(_client.Request(SnmpClient.Get, [Name], version: 3)));
        Assert.All([2, 4, 6, 7, 8, 31], kind => Assert.Null(_agent.Answer(_client.Request(kind, [Name]))));
    }

    [Fact]
    public async Task UptimeFollowsTheWorldAndARestartBeginsItAnew()
    {
        Assert.Equal(172_800_000u, await _client.Value(Uptime));
        _time.RunFor(TimeSpan.FromSeconds(90));
        Assert.Equal(172_809_000u, await _client.Value(Uptime));
        _agent.Restart();
        Assert.Equal(0u, await _client.Value(Uptime));
        _time.RunFor(TimeSpan.FromDays(497.5));
        Assert.InRange((uint)await _client.Value(Uptime), 0u, 4_000_000u);
    }

    [Fact]
    public async Task HostileDatagramsDoNotStopIt()
    {
        byte[] good = _client.Request(SnmpClient.GetBulk, [Name, Octets], 1, 10);
        var random = new Random(5);
        for (int i = 0; i < 300; i++)
            await _client.SendRaw(Spoilt(good, random));
        await _client.SendRaw([]);
        while (await _client.Hear(seconds: 1) is not null)
        {
            // Some of them were still good requests.
        }

        Assert.Equal("sw1", await _client.Value(Name));
    }

    [Fact]
    public void NoBytesMakeItThrow() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var random = new Random(seed);
            byte[] answer = _agent.Answer(Spoilt(_client.Request(random.Next(7), [Name, Octets], random.Next(-3, 3), random.Next(-3, 30)), random)) ?? [];
            return answer.Length <= 1472;
        }));

    /// <summary>An agent of net-snmp fetches from this one what it is asked for.</summary>
    [Fact]
    public async Task NetSnmpUnderstandsIt()
    {
        if (!File.Exists("/usr/sbin/snmpd"))
            Assert.Skip("net-snmp is not installed.");

        int port = FreePort();
        string folder = Directory.CreateTempSubdirectory().FullName;
        string config = Path.Combine(folder, "snmpd.conf");
        await File.WriteAllTextAsync(
            config,
            $"rocommunity public\nproxy -v 2c -c public 127.0.0.1:{_agent.Port} .1.3.6.1.4.1.64512 .1.3.6.1.2.1\n",
            TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo("/usr/sbin/snmpd", ["-f", "-Lo", "-C", "-c", config, "-p", Path.Combine(folder, "pid"), $"udp:127.0.0.1:{port}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["SNMP_PERSISTENT_DIR"] = folder },
        };
        using var snmpd = Process.Start(start)!;
        try
        {
            using var client = new SnmpClient(new IPEndPoint(IPAddress.Loopback, port));
            await Answering(client, snmpd);
            var walked = await client.Walk("1.3.6.1.4.1.64512");
            Assert.Equal(["1.3.6.1.4.1.8072", 172_800_000u, "sw1", -1, 3u, 0x80ul, ulong.MaxValue, (object)uint.MaxValue], walked.Select(v => v.Value));
            Assert.Equal("1.3.6.1.4.1.64512.31.1.1.1.6.10101", walked[6].Name);
        }
        finally
        {
            snmpd.Kill();
            await snmpd.WaitForExitAsync(CancellationToken.None);
            Directory.Delete(folder, recursive: true);
        }
    }

    private int FreePort()
    {
        using var agent = new SnmpAgent(_time);
        agent.Open(IPAddress.Loopback);
        return agent.Port;
    }

    private static async Task Answering(SnmpClient client, Process snmpd)
    {
        for (int i = 0; i < 60 && !snmpd.HasExited; i++)
        {
            await client.SendRaw(client.Request(SnmpClient.Get, [Uptime]));
            if (await client.Hear(seconds: 1) is not null)
                return;
        }

        throw new TimeoutException("snmpd does not answer.");
    }

    /// <returns>A copy with bytes changed, put in, taken out or cut off.</returns>
    private static byte[] Spoilt(byte[] good, Random random)
    {
        var bytes = good.ToList();
        for (int i = random.Next(1, 4); i > 0 && bytes.Count > 0; i--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 1:
                    bytes.Insert(at, (byte)random.Next(256));
                    break;
                case 2:
                    bytes.RemoveAt(at);
                    break;
                case 3:
                    bytes[at] = (byte)random.Next(0x7E, 0x86);
                    break;
                default:
                    bytes[at] = (byte)random.Next(256);
                    break;
            }
        }

        return [.. bytes];
    }

    private SnmpAnswer Answer(byte[] request) => _client.Read(_agent.Answer(request)!);
}
