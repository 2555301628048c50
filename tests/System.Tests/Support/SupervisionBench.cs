using Appliance.App.Composition;
using Appliance.App.Networking;
using Appliance.App.Reporting;
using Appliance.App.Storage;
using Appliance.App.Supervision;
using Appliance.App.Workers;
using Appliance.Core.Boot;
using Appliance.Core.Conditions;
using Appliance.Core.Contract;
using Appliance.Core.Scheduling;
using Appliance.Core.Supervision;
using Appliance.Core.Uplink;
using VirtualBoard;
using VirtualBoard.Running;

namespace SystemTests.Support;

/// <summary>A supervisor with workers of a test's choice on a board in virtual time, put together anew at each start.</summary>
internal sealed class SupervisionBench : IFirmware, IWaker, IDisposable
{
    public const int LimitMs = 30_000;

    private readonly Worker[] _workers;

    /// <param name="workers">They keep what they know over restarts.</param>
    public SupervisionBench(params Worker[] workers)
    {
        _workers = workers;
        Board = new Board(time: Time);
        Board.ThreadDied += (thread, e) => Deaths.Add($"{thread}: {e}");
        Board.Flash.CreateDirectory("ixp");
        Board.Boot(this);
    }

    public TimeBase Time { get; } = TimeBase.Virtual();

    public Board Board { get; }

    public List<string> Deaths { get; } = [];

    /// <summary>Why each start was.</summary>
    public List<string> Starts { get; } = [];

    public BootRecord Boot { get; private set; } = null!;

    public Outbox Outbox { get; private set; } = null!;

    public ConditionBook Conditions { get; private set; } = null!;

    public Restarter Restarter { get; private set; } = null!;

    public BootWatch Watch { get; private set; } = null!;

    public Supervisor Supervisor { get; private set; } = null!;

    public IReadOnlyList<WorkerThread> Threads { get; private set; } = [];

    public void Run(TimeSpan span) => Time.RunFor(span);

    public Action Load(Board board) => Compose;

    void IWaker.Wake()
    {
    }

    public void Dispose()
    {
        Board.Dispose();
        Time.Dispose();
    }

    private void Compose()
    {
        Boot = BootRecord.Begin();
        Starts.Add(Boot.Reason);
        Conditions = new ConditionBook();
        Outbox = new Outbox(Boot.Session, 48, 12 * 1024);
        Restarter = new Restarter(Boot, new CounterKeeper(), Conditions, Outbox, new EventDesk(new Topics("site", "device"), Outbox, this));
        Watch = new BootWatch(Boot, Restarter, "00000000", offsetMinutes: 60);
        var ethernet = new Ethernet();
        ethernet.Start(new Appliance.Core.Config.ConfigEntry("network", 0));
        Supervisor = new Supervisor(
            Conditions, Boot, Restarter, Watch, new NetworkCare(new ConnectivityLadder(Boot.Ledger), ethernet, [], Conditions), watchdog: null);
        var crew = new Crew();
        foreach (var worker in _workers)
            crew.Add(worker, LimitMs);
        crew.Add(Supervisor, LimitMs);
        Threads = crew.ToArray();
        Supervisor.Watch(crew.ToArray());
        crew.Start();
    }
}
