using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Ixp.Watch;
using Spectre.Console;
using Xunit;

namespace Tools.Tests.Ixp.Watch;

/// <summary>Whatever a broker hands on, in whatever order.</summary>
public sealed class RackBookProperties
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_795_247_000);

    private static readonly Gen<string> Topics =
        from root in Gen.Elements("ixp/v1/", "ixp/v1/demo/", "ixp/v1/demo/rack1/", "ixp/v1/x/rack2/", "$SYS/", "")
        from path in Gen.Elements("status", "meta", "health", "climate", "alarm/a", "alarm/b", "alarm/a/b", "probe/x", "event", "cmd/x", "", "/", "🔌")
        select root + path;

    private static readonly Gen<string> Values = Gen.Elements(
        "0", "1", "2", "3", "4", "-1", "1.5", "1e400", "9223372036854775807", "1795246961", "null", "true", "[]", "{}", "\"\"", "\"down\"", "\"\\ud800\"", "\"\\u001b[2J\"");

    private static readonly Gen<string> Objects =
        from keys in Gen.Elements("online", "session", "ts", "up_s", "boot", "severity", "state", "text", "since", "firmware", "board", "outbox_lost_count", "thinned_count").ListOf()
        from values in Values.ListOf(keys.Count)
        select "{" + string.Join(',', keys.Zip(values, (k, v) => $"\"{k}\":{v}")) + "}";

    private static readonly Gen<byte[]> Payloads = Gen.Frequency(
        (8, Objects.Select(Encoding.UTF8.GetBytes)),
        (1, ArbMap.Default.GeneratorFor<byte[]>().Select(b => b ?? [])),
        (1, Gen.Elements("", "[]", "1", "{", "\"x\"").Select(Encoding.UTF8.GetBytes)));

    private static readonly Gen<(string Topic, byte[] Payload, bool IsRetained)[]> Traffic =
        from count in Gen.Choose(0, 60)
        from topics in Topics.ListOf(count)
        from payloads in Payloads.ListOf(count)
        from retained in Gen.Elements(true, false).ListOf(count)
        select topics.Zip(payloads, retained).Select(t => (t.First, t.Second, t.Third)).ToArray();

    [Fact]
    public void Nothing_makes_it_fail_and_all_it_says_can_be_shown() => Prop.ForAll(Traffic.ToArbitrary(), traffic =>
    {
        var book = new RackBook();
        foreach (var (topic, payload, isRetained) in traffic)
        {
            var rack = book.Take(topic, payload, isRetained, Now);
            Assert.True(rack is null || book.Racks.Contains(rack));
        }

        Assert.All(book.Racks, r =>
        {
            Assert.Equal(r.Alarms.Count == 0 ? 0 : r.Alarms.Values.Max(a => a.Severity), r.Severity);
            Assert.True(r.Newest is null || r.Newest <= Now);
            Assert.DoesNotContain('\u001b', RackLine.Text(r, Now));
            Assert.NotNull(System.Text.Json.Nodes.JsonNode.Parse(RackLine.Text(r, Now)));
        });
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = 100;
        console.Write(RackTable.Make(book.Racks, new RackFilter(), "connected", width: 100, rows: 20, Now));
        Assert.All(output.ToString().Split('\n'), l => Assert.True(l.TrimEnd('\r').Length <= 100, l));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_is_worst_first_then_away_then_by_name() => Prop.ForAll(Traffic.ToArbitrary(), traffic =>
    {
        var book = new RackBook();
        foreach (var (topic, payload, isRetained) in traffic)
            book.Take(topic, payload, isRetained, Now);
        var order = RackState.InOrder(book.Racks).ToList();

        Assert.Equal(book.Racks.Count, order.Count);
        Assert.All(order.Zip(order.Skip(1)), p => Assert.True(p.First.Severity >= p.Second.Severity));
        Assert.Equal(order, RackState.InOrder(order.AsEnumerable().Reverse()));
    }).QuickCheckThrowOnFailure();
}
