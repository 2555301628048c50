using System;
using System.Device.Gpio;
using Appliance.App.Alarms;
using Appliance.App.Commands;
using Appliance.App.Composition.Probes;
using Appliance.App.Composition.Sensors;
using Appliance.App.Indication;
using Appliance.App.Networking;
using Appliance.App.Probing;
using Appliance.App.Probing.Datagram;
using Appliance.App.Probing.Echo;
using Appliance.App.Probing.Tcp;
using Appliance.App.Reporting;
using Appliance.App.Sampling;
using Appliance.App.Scanning;
using Appliance.App.Storage;
using Appliance.App.Supervision;
using Appliance.App.Timing;
using Appliance.App.Uplink;
using Appliance.App.Workers;
using Appliance.Core.Alarms;
using Appliance.Core.Boot;
using Appliance.Core.Conditions;
using Appliance.Core.Config;
using Appliance.Core.Contract;
using Appliance.Core.Journal;
using Appliance.Core.Led;
using Appliance.Core.Metrics;
using Appliance.Core.Probing;
using Appliance.Core.Scheduling;
using Appliance.Core.Supervision;
using Appliance.Core.Uplink;
using nanoFramework.Hardware.Esp32;
using nanoFramework.Runtime.Native;

namespace Appliance.App.Composition;

/// <summary>Puts the appliance together from its configuration. The one place that knows all parts.</summary>
public sealed class Composer
{
    // Live reports; what does not fit goes to the journal.
    private const int OutboxCapacity = 16;
    private const int OutboxBytes = 4 * 1024;
    private const int HealthPeriodMs = 5000;
    private const int QuickLimitMs = 30_000;

    // A connect to a dead address, or the resolver, can take this long without anything being wrong.
    private const int SlowLimitMs = 180_000;

    /// <summary>What is told of a start that is not a full one, by its rung.</summary>
    private static readonly string[] RungEvent = { null, "start-last-good", "start-sensors-only", "start-network-only" };

    private readonly GpioController _gpio = new GpioController();
    private readonly ConditionBook _conditions = new ConditionBook();
    private readonly MetricBook _metrics = new MetricBook();
    private readonly Crew _crew = new Crew();
    private readonly BootRecord _boot;
    private readonly ConfigTrial _trial;

    private Network _network;

    /// <summary>Null while there is no light.</summary>
    private LedSpeaker _speaker;

    /// <param name="trial">The changes of the configuration, and the one on trial if it is what is started.</param>
    public Composer(BootRecord boot, ConfigTrial trial)
    {
        _boot = boot;
        _trial = trial;
    }

    /// <summary>Makes and starts all workers.</summary>
    /// <exception cref="ConfigException">The configuration cannot be used.</exception>
    public void Start(SiteConfig config, Secrets secrets)
    {
        PinFunctions.Apply(config.Pins);
        _network = Network.Of(config.Single("board"));
        AddIndicator(config.Single("board"));

        Topics topics = new Topics(config.Site, config.Device);
        Outbox outbox = new Outbox(_boot.Session, OutboxCapacity, OutboxBytes);
        Target[] targets = TargetFactory.Make(config.Targets);
        int reportMs = config.ReportMs;

        MetaPayload meta = Meta(config, targets);
        CommandDesk desk = new CommandDesk(topics);
        BrokerUplink uplink = new BrokerUplink(
            new BrokerAddress(config.Single("broker"), config.Device, secrets.Password),
            topics,
            outbox,
            meta,
            _boot,
            _network,
            _conditions,
            desk);
        CounterKeeper counters = new CounterKeeper();
        ProbeBook book = new ProbeBook(targets, topics, outbox, _conditions, reportMs);
        ProbeFactory probes = new ProbeFactory(book, config.Targets, secrets);
        SensorFactory sensors = new SensorFactory(_gpio, probes, _metrics, counters.Book);
        sensors.AddAll(config.Sensors);
        PortFactory.Add(config, probes, _metrics, counters.Book, sensors);
        EventDesk events = new EventDesk(topics, outbox, uplink);
        Restarter restarter = new Restarter(_boot, counters, _conditions, outbox, events);
        Supervisor supervisor = MakeSupervisor(config, targets, restarter);
        sensors.Add(new HealthSensor(_metrics, HealthPeriodMs, outbox, uplink, supervisor, _boot, restarter, _trial));
        sensors.Add(new JournalSensor(_metrics, HealthPeriodMs, outbox));

        Reporter reporter = new Reporter(topics, _metrics, outbox, reportMs);
        outbox.Attach(OpenJournal(config, reporter, book));
        AlarmDesk alarms = new AlarmDesk(
            SensorWatch.Of(_metrics),
            LimitFactory.Make(config.Alarms, _metrics, TargetWatch.Of(targets)),
            new OwnAlarms(outbox, _boot),
            topics,
            outbox,
            uplink,
            StandingAlarms.Read(),
            _conditions);
        alarms.IsPartial = _boot.Rung != BootRung.Full;
        Scanner scanner = new Scanner(sensors.AddScans(config.Pins), sensors.ToArray(), meta, uplink);
        CommandFactory commands = new CommandFactory
        {
            Boot = _boot,
            Trial = _trial,
            Secrets = secrets,
            Metrics = _metrics,
            Counters = counters,
            Restarter = restarter,
            Events = events,
            Uplink = uplink,
            Speaker = _speaker,
        };
        WorkerThread samplerThread = AddSampler(sensors, reporter, alarms, commands.AddTo(desk, sensors, scanner, alarms));
        desk.Attach(samplerThread, uplink);
        _crew.Add(counters, QuickLimitMs);

        WorkerThread uplinkThread = _crew.Add(uplink, SlowLimitMs);
        uplink.Attach(uplinkThread);
        reporter.Attach(uplinkThread);
        AddProber(book, probes, uplinkThread, samplerThread);
        _crew.Add(new TimeKeeper(_network, config.Single("time"), events), SlowLimitMs);
        _crew.Add(supervisor, QuickLimitMs);
        supervisor.Watch(_crew.ToArray());

        string less = RungEvent[(int)_boot.Rung];
        if (less != null)
        {
            events.Tell(less);
        }

        _network.Start(config.Single("network"));
        _crew.Start();
        _conditions.IsStarting = false;
    }

    /// <summary>Gives back what a failed start has taken, as far as that can be.</summary>
    public void ReleasePins() => _gpio.Dispose();

    private Supervisor MakeSupervisor(SiteConfig config, Target[] targets, Restarter restarter)
    {
        ConfigEntry board = config.Single("board");
        return new Supervisor(
            _conditions,
            _boot,
            restarter,
            new BootWatch(_boot, restarter, config.Hash, config.OffsetMinutes),
            new NetworkCare(new ConnectivityLadder(_boot.Ledger), _network, targets, _conditions),
            board.Has("watchdog") ? _gpio.OpenPin(board.Number("watchdog", 0, 48), PinMode.Output) : null);
    }

    private void AddIndicator(ConfigEntry board)
    {
        Light light = LightFactory.Make(_gpio, board);
        if (light == null)
        {
            return;
        }

        _speaker = new LedSpeaker(_conditions);
        Indicator indicator = new Indicator(_speaker, light, _network);
        if (board.Has("button"))
        {
            bool isActiveLow = board.Number("button_low", 0, 1, 0) == 1;
            PinMode mode = isActiveLow ? PinMode.InputPullUp : PinMode.InputPullDown;
            indicator.Attach(_gpio.OpenPin(board.Number("button", 0, 48), mode), isActiveLow);
        }

        _crew.Add(indicator, QuickLimitMs);
    }

    private WorkerThread AddSampler(SensorFactory factory, Reporter reporter, AlarmDesk alarms, Worker[] errands)
    {
        Drivers.Sensor[] sensors = factory.ToArray();
        Sampler sampler = new Sampler(sensors, factory.Derivations(), _metrics, reporter, alarms, errands);
        WorkerThread thread = _crew.Add(sampler, QuickLimitMs);
        for (int i = 0; i < sensors.Length; i++)
        {
            sensors[i].Attach(thread);
        }

        return thread;
    }

    private Backlog OpenJournal(SiteConfig config, Reporter reporter, ProbeBook book)
    {
        ReportLayout layout = new ReportLayout();
        reporter.Register(layout);
        book.Register(layout);

        // Alarms and events are made as they happen.
        layout.Add("alarm", null, new string[0], new byte[0]);
        layout.Add("event", null, new string[0], new byte[0]);
        int budget = config.Single("board").Number("journal_kib", 64, 4096, 192) * 1024;
        Backlog backlog = new Backlog(new ReportJournal(new JournalFiles(), layout, _boot.Session, budget), layout);
        backlog.Recover();
        return backlog;
    }

    private void AddProber(ProbeBook book, ProbeFactory probes, WorkerThread uplink, WorkerThread sampler)
    {
        if (book.Targets.Length == 0)
        {
            return;
        }

        EchoProbe echo = new EchoProbe(book, Seed());
        TcpProbe tcp = new TcpProbe(book, probes.TcpChecks);
        DatagramProbe datagrams = new DatagramProbe(book, probes.DatagramChecks, Seed());
        _crew.Add(echo, QuickLimitMs);
        _crew.Add(datagrams, QuickLimitMs);
        for (int i = 0; i < TcpProbe.Lanes; i++)
        {
            tcp.All[i].Attach(_crew.Add(tcp.All[i], SlowLimitMs));
        }

        _crew.Add(new Prober(book, echo, tcp, datagrams, _network, Seed()), QuickLimitMs);
        book.Attach(uplink, sampler);
    }

    private MetaPayload Meta(SiteConfig config, Target[] targets)
    {
        MetaPayload meta = new MetaPayload(_metrics, targets);
        meta.Firmware = Version.Text;
        meta.Board = config.Single("board").Text("name", "unknown");
        meta.Image = SystemInfo.TargetName + " " + SystemInfo.Version.ToString();
        meta.Config = config.Hash;
        return meta;
    }

    /// <summary>Differs from boot to boot even before the clock is set.</summary>
    private int Seed() => new Random((int)HighResTimer.GetCurrent() ^ (_boot.Session << 8)).Next();
}
