using System.Text;
using System.Text.Json.Nodes;
using Appliance.Core.Alarms;
using Appliance.Core.Changes;
using Appliance.Core.Commands;
using Appliance.Core.Contract;
using Appliance.Core.Journal;
using Appliance.Core.Json;
using Appliance.Core.Metrics;
using Appliance.Core.Probing;
using Appliance.Core.Scan;
using Appliance.Core.Uplink;
using Ixp.Benchmarks;
using SystemTests.Support;

namespace SystemTests;

/// <summary>
/// The payload of each topic is what it was when it was approved, byte for byte: the files in <c>Approved</c>. One that differs is written
/// beside them in the output folder as <c>.received.json</c>; to approve it, copy it over the approved one.
/// </summary>
public sealed class ApprovedSampleTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Approved");
    private static readonly Topics Topics = new("demo", "demo-rack1");
    private static readonly Stamp Now = new(1_795_246_961, 754_000);
    private static readonly Stamp Unset = new(0, 12_000);

    private static readonly Dictionary<string, (string Path, Func<byte[]> Make)> Samples = new(StringComparer.Ordinal)
    {
        ["status-online"] = ("status", () => Written(j => StatusPayload.WriteBirth(j, 17, Now, "power"))),
        ["status-before-clock"] = ("status", () => Written(j => StatusPayload.WriteBirth(j, 17, Unset, "config"))),
        ["status-will"] = ("status", () => Written(j => StatusPayload.WriteWill(j, 17))),
        ["meta"] = ("meta", () => Written(j => Meta().Write(j, 17, Now))),
        ["climate"] = ("climate", () => Live(Now, Climate(isLost: false))),
        ["climate-missing"] = ("climate", () => Live(Now, Climate(isLost: true))),
        ["climate-before-clock"] = ("climate", () => Live(Unset, Climate(isLost: false))),
        ["probe-up"] = ("probe/switch1", () => Live(Now, new ProbeReport(Topics, Switch(isUp: true)))),
        ["probe-down"] = ("probe/switch1", () => Live(Now, new ProbeReport(Topics, Switch(isUp: false)))),
        ["alarm-sensor"] = ("alarm/inlet", () => Live(Now, LostInlet())),
        ["alarm-metric"] = ("alarm/inlet_c", () => Live(Now, HotInlet())),
        ["alarm-target"] = ("alarm/switch1", () => Live(Now, DownSwitch())),
        ["event"] = ("event", () => Live(Now, new EventReport(Topics, "clock-set", null))),
        ["event-of-item"] = ("event", () => Live(Now, new EventReport(Topics, "target-down", "switch1"))),
        ["event-of-storm"] = ("event", () => Live(Now, new EventReport(Topics, "alarm-storm", null) { Count = 50 })),
        ["backlog-climate"] = ("backlog/climate", () => Waiting(Climate(isLost: false))),
        ["backlog-probe"] = ("backlog/probe", () => Waiting(new ProbeReport(Topics, Switch(isUp: true)))),
        ["backlog-alarm"] = ("backlog/alarm", () => Waiting(DownSwitch())),
        ["backlog-event"] = ("backlog/event", () => Waiting(new EventReport(Topics, "target-down", "switch1"))),
        ["result-done"] = ("result", () => CommandResult.Done("42").With("found", 1).With("complete", 1).ToArray()),
        ["result-set"] = ("result", () => CommandResult.Done("7").With("was", "27.00").With("value", "28.50").With("confirm_s", 600).ToArray()),
        ["result-refused"] = ("result", () => CommandResult.Refused("42", "needs \"sensor\": the name of a ds18b20").ToArray()),
        ["result-changes"] = ("result", () => CommandResult.Done("43").With("trial_s", 570).With("changes", Changes()).ToArray()),
    };

    public static TheoryData<string> Names => [.. Samples.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void IsAsApproved(string name)
    {
        using var board = new VirtualBoard.Board();
        byte[] made = board.Run(Samples[name].Make);
        string file = Path.Combine(Folder, name + ".json");
        byte[] approved = File.Exists(file) ? File.ReadAllBytes(file) : [];
        if (!made.AsSpan().SequenceEqual(approved))
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllBytes(Path.Combine(Folder, name + ".received.json"), made);
        }

        Assert.Equal(Encoding.UTF8.GetString(approved), Encoding.UTF8.GetString(made));
        Assert.Equal(approved, made);
        Assert.Null(ContractGuard.Problem(Samples[name].Path, JsonNode.Parse(made)));
    }

    [Fact]
    public void NoFileIsWithoutItsSample() => Assert.Equal(
        Samples.Keys.Order(StringComparer.Ordinal),
        Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!).Where(f => !f.EndsWith(".received", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    private static byte[] Written(Action<JsonWriter> write)
    {
        var json = new JsonWriter(new byte[4096]);
        write(json);
        return json.ToArray();
    }

    private static byte[] Live(Stamp stamp, Report report)
    {
        var outbox = new Outbox(17, 4, 4096);
        outbox.GoOnline();
        outbox.Post(report, stamp);
        return Next(outbox);
    }

    /// <summary>Two of them, ten seconds apart, that were taken while the broker was away.</summary>
    private static byte[] Waiting(Report report)
    {
        var layout = new ReportLayout();
        if (report.HasNumbersOnly)
            report.Register(layout);
        layout.Add("alarm", null, [], []);
        layout.Add("event", null, [], []);
        var backlog = new Backlog(new ReportJournal(new MemoryJournal(), layout, 17, 64 * 1024), layout);
        backlog.Recover();
        var outbox = new Outbox(17, 4, 4096);
        outbox.Attach(backlog);
        outbox.Post(report, Now);
        outbox.Post(report, new Stamp(Now.Unix + 10, Now.Uptime + 10_000));
        outbox.GoOnline();
        return Next(outbox);
    }

    private static byte[] Next(Outbox outbox)
    {
        var shipment = new Shipment();
        Assert.True(outbox.Next(shipment));
        return shipment.Payload();
    }

    private static Metric[] Inlet(bool isLost)
    {
        var celsius = new Metric(Group.Climate, "inlet", "c", "°C", 2)
        {
            PeriodSeconds = 5,
            Limits = new Limits { LowWarning = 1800, HighWarning = 2700, HighCritical = 3200 },
        };
        celsius.Set(2341, 700_000);
        if (isLost)
            celsius.Fail(Quality.NotPresent, 705_000);
        return [celsius];
    }

    private static GroupReport Climate(bool isLost)
    {
        var humidity = new Metric(Group.Climate, "ambient", "rh", "%", 2);
        humidity.Set(4508, 700_000);
        return new GroupReport(Topics, Group.Climate, [.. Inlet(isLost), humidity]);
    }

    private static Target Switch(bool isUp)
    {
        var target = new Target("switch1", TargetKind.Tcp, "192.0.2.11", 22, 10, 2000, StateLimits.Default());
        target.Answered(840);
        target.Answered(2440);
        for (int i = 0; !isUp && i < 3; i++)
            target.Lost(CheckOutcome.NoAnswer);
        return target;
    }

    private static AlarmReport DownSwitch()
    {
        var watch = new TargetWatch(Switch(isUp: false));
        Assert.True(watch.Step(750_000));
        return watch.Report(Topics, Now);
    }

    private static AlarmReport LostInlet()
    {
        var watch = new SensorWatch("inlet", Inlet(isLost: true));
        Assert.True(watch.Step(750_000));
        return watch.Report(Topics, Now);
    }

    private static AlarmReport HotInlet()
    {
        var inlet = new Metric(Group.Climate, "inlet", "c", "°C", 2) { Limits = new Limits { HighWarning = 2700, HighCritical = 3200 } };
        var watch = new LimitWatch(inlet, null, null);
        inlet.Set(3345, 749_000);
        Assert.True(watch.Step(750_000));
        return watch.Report(Topics, Now);
    }

    private static MetaPayload Meta()
    {
        var book = new MetricBook();
        book.Add(Inlet(isLost: true)[0]);
        var parent = Switch(isUp: true);
        var child = new Target("lg", TargetKind.Http, "192.0.2.14", 80, 10, 2000, StateLimits.Default());
        child.DependOn([parent]);
        var found = new FoundParts();
        found.Add(FoundPart.I2c(1, 0x45, "sht4x"));
        return new MetaPayload(book, [parent, child])
        {
            Firmware = "1.0.0",
            Board = "olimex-esp32-poe-iso",
            Image = "ESP32_OLIMEX 1.17.0.0",
            Config = "0badcafe",
            Found = found,
        };
    }

    private static byte[] Changes()
    {
        var book = ChangeBook.Parse(null);
        book.Add(new Change
        {
            Id = "7",
            By = "alice",
            Unix = 1_795_246_900,
            Entry = "alarm",
            Name = "inlet_c",
            Key = "high_warning",
            Value = "2850",
            Was = "2700",
            Decimals = 2,
        });
        return book.ToJson();
    }
}
