using Appliance.App.Storage;
using Appliance.Core.Commands;
using Appliance.Core.Config;
using Appliance.Core.Counters;
using Appliance.Core.Metrics;
using Appliance.Core.Scheduling;
using Appliance.Drivers;
using Appliance.Drivers.Modbus;

namespace Appliance.App.Commands;

/// <summary>
/// <c>cmd/reset-energy</c> with <c>meter</c>: its energy counts from 0 again. A meter that counts itself is asked to, and the answer
/// comes when it has; of any other it is the device's own counter.
/// </summary>
public sealed class ResetEnergyCommand : Worker, ICommandVerb
{
    /// <summary>Longer than a busy line lets a meter wait.</summary>
    private const int LimitMs = 10_000;

    private const int LookAgainMs = 100;

    private readonly Sensor[] _sensors;
    private readonly MetricBook _metrics;
    private readonly CounterKeeper _counters;
    private readonly CommandDesk _desk;
    private ModbusMeter _meter;
    private string _id;
    private string _was;
    private long _limit;

    public ResetEnergyCommand(Sensor[] sensors, MetricBook metrics, CounterKeeper counters, CommandDesk desk)
        : base("reset-energy")
    {
        _sensors = sensors;
        _metrics = metrics;
        _counters = counters;
        _desk = desk;
    }

    public CommandResult Run(Command command, long now)
    {
        string name = command.Fields.Text("meter") ?? "";
        Metric energy = _metrics.Find(name + "_wh");
        if (energy == null)
        {
            return CommandResult.Refused(command.Id, "needs \"meter\": the name of one that tells energy; '" + name + "' is none");
        }

        if (_meter != null)
        {
            return CommandResult.Refused(command.Id, "a meter is being reset: its answer will come");
        }

        _was = DecimalText.Of(energy.Value, energy.Decimals);
        _meter = MeterOf(energy);
        if (_meter == null)
        {
            Counter counter = _counters.Book.Open(energy.Key);
            counter.Value = 0;
            _counters.Save();
            return CommandResult.Done(command.Id).With("was_wh", _was);
        }

        _id = command.Id;
        _limit = now + LimitMs;
        _meter.ResetEnergy();
        return null;
    }

    public override long Step(long now)
    {
        if (_meter == null)
        {
            return long.MaxValue;
        }

        Quality outcome = _meter.ResetOutcome;
        if (outcome == Quality.Pending && now < _limit)
        {
            return now + LookAgainMs;
        }

        _meter = null;
        _desk.Answer(outcome == Quality.Ok
            ? CommandResult.Done(_id).With("was_wh", _was)
            : CommandResult.Refused(_id, "the meter did not say that it has: " + QualityName.Of(outcome)));
        return long.MaxValue;
    }

    private ModbusMeter MeterOf(Metric energy)
    {
        for (int i = 0; i < _sensors.Length; i++)
        {
            if (System.Array.IndexOf(_sensors[i].Metrics, energy) >= 0)
            {
                return _sensors[i] as ModbusMeter;
            }
        }

        return null;
    }
}
