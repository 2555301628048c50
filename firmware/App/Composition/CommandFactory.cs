using Appliance.App.Adoption;
using Appliance.App.Commands;
using Appliance.App.Composition.Sensors;
using Appliance.App.Reporting;
using Appliance.App.Scanning;
using Appliance.App.Storage;
using Appliance.App.Supervision;
using Appliance.App.Uplink;
using Appliance.Core.Alarms;
using Appliance.Core.Changes;
using Appliance.Core.Led;
using Appliance.Core.Metrics;
using Appliance.Core.Scheduling;
using Appliance.Drivers;

namespace Appliance.App.Composition;

/// <summary>Makes what the device can be asked to do.</summary>
internal sealed class CommandFactory
{
    public BootRecord Boot { get; set; }

    public ConfigTrial Trial { get; set; }

    public Secrets Secrets { get; set; }

    public MetricBook Metrics { get; set; }

    public CounterKeeper Counters { get; set; }

    public Restarter Restarter { get; set; }

    public EventDesk Events { get; set; }

    public BrokerUplink Uplink { get; set; }

    /// <summary>Null if the board has no LED.</summary>
    public LedSpeaker Speaker { get; set; }

    /// <summary>Gives the desk its verbs.</summary>
    /// <returns>What works on the sampler's thread for them, the desk included.</returns>
    public Worker[] AddTo(CommandDesk desk, SensorFactory factory, Scanner scanner, IAcknowledger alarms)
    {
        Sensor[] sensors = factory.ToArray();
        ChangeRules rules = new ChangeRules(Metrics);
        ResetEnergyCommand reset = new ResetEnergyCommand(sensors, Metrics, Counters, desk);
        SelfTestCommand test = new SelfTestCommand(sensors, Speaker, Uplink, Events, desk);
        desk.Add(new ScanCommand(scanner, desk));
        desk.Add(new AdoptCommand(new ProbeRoster(factory.Probes()), scanner));
        desk.Add(new IdentifyCommand(Speaker));
        desk.Add(new AckCommand(alarms));
        desk.Add(new GetCommand(Trial, rules));
        desk.Add(new SetCommand(Trial, rules, new ConfigCheck(Secrets), Boot, Restarter, desk));
        desk.Add(new ConfirmCommand(Trial));
        desk.Add(reset);
        desk.Add(test);
        desk.Add(new RestartCommand(Restarter, desk));
        Trial.Attach(Events, Restarter);
        return new Worker[] { desk, scanner, Trial, reset, test };
    }
}
