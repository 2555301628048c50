using Appliance.App.Composition;
using Appliance.App.Storage;
using Appliance.App.Supervision;
using Appliance.App.Timing;
using Appliance.Core.Boot;
using Appliance.Core.Changes;
using Appliance.Core.Commands;
using Appliance.Core.Config;
using Appliance.Core.Json;
using Appliance.Core.Supervision;

namespace Appliance.App.Commands;

/// <summary>
/// <c>cmd/set</c> with <c>by</c>, <c>entry</c>, <c>name</c>, <c>key</c> and <c>value</c>: another value in one line of the configuration.
/// It is tried out by a start of its own, and rolled back unless <see cref="ConfirmCommand"/> comes within <c>within_s</c>.
/// </summary>
public sealed class SetCommand : ICommandVerb
{
    private const int UsualSeconds = 600;
    private const int LeastSeconds = 60;
    private const int MostSeconds = 86_400;

    /// <summary>The clock by which the trial ends in any case runs on while the device starts.</summary>
    private const int StartSeconds = 60;

    private const int LongestBy = 32;
    private const int LongestValue = 128;

    private readonly ConfigTrial _trial;
    private readonly ChangeRules _rules;
    private readonly ConfigCheck _check;
    private readonly BootRecord _boot;
    private readonly Restarter _restarter;
    private readonly CommandDesk _desk;

    public SetCommand(
        ConfigTrial trial, ChangeRules rules, ConfigCheck check, BootRecord boot, Restarter restarter, CommandDesk desk)
    {
        _trial = trial;
        _rules = rules;
        _check = check;
        _boot = boot;
        _restarter = restarter;
        _desk = desk;
    }

    public string Name => "set";

    public CommandResult Run(Command command, long now)
    {
        Change change = new Change();
        change.Id = command.Id;
        change.Unix = TimeOfDay.UnixSeconds;
        string problem = StateProblem(command, now) ?? FieldsProblem(command.Fields, change) ?? ValueProblem(change);
        if (problem != null)
        {
            return CommandResult.Refused(command.Id, problem);
        }

        int seconds = change.Left;
        change.Until = change.Unix > 0 ? change.Unix + seconds + StartSeconds : 0;
        _trial.Add(change);

        // Before the restart is asked for, which waits for what has to go out.
        _desk.Answer(CommandResult.Done(command.Id)
            .With("was", Change.Shown(change.Was, change.Decimals))
            .With("value", Change.Shown(change.Value, change.Decimals))
            .With("confirm_s", seconds));
        _restarter.Ask(RestartReason.Config, now);
        return null;
    }

    private string StateProblem(Command command, long now)
    {
        Change open = _trial.Book.Open;
        return open != null ? "'" + open.Id + "' by " + open.By + " is on trial, for " + _trial.Left(now).ToString() + " s: one change at a time"
            : !command.Fields.Has("ts") ? "needs \"ts\": a repetition must be known as one after the restart"
            : _trial.Book.Knows(command.Id) ? "this id was seen before: give each change its own"
            : _boot.Rung != BootRung.Full ? "the device does not run by its present configuration"
            : !_restarter.May(RestartReason.Config, now) ? "the device cannot restart now: the flash takes no writes"
            : null;
    }

    private string FieldsProblem(FlatJson fields, Change change)
    {
        change.By = fields.Text("by") ?? "";
        change.Entry = fields.Text("entry") ?? "";
        change.Name = fields.Text("name") ?? "";
        change.Key = fields.Text("key") ?? "";
        if (change.By.Length == 0 || change.By.Length > LongestBy)
        {
            return "needs \"by\": who changes it, 1 to " + LongestBy.ToString() + " characters";
        }

        string problem = _rules.Refusal(change.Entry, change.Name, change.Key, out change.Decimals);
        if (problem != null)
        {
            return problem;
        }

        bool isMany = ChangeRules.IsNamed(change.Entry);
        if (isMany != change.Name.Length > 0)
        {
            return isMany ? "needs \"name\": which " + change.Entry : "there is one " + change.Entry + " only: leave out \"name\"";
        }

        long seconds = UsualSeconds;
        if (fields.Has("within_s") && (!fields.TryNumber("within_s", out seconds) || seconds < LeastSeconds || seconds > MostSeconds))
        {
            return "\"within_s\" is a number from " + LeastSeconds.ToString() + " to " + MostSeconds.ToString();
        }

        change.Left = (int)seconds;
        string value = fields.TryNumber("value", out long number) ? number.ToString() : fields.Text("value");
        if (value == null || value.Length > LongestValue)
        {
            return "needs \"value\": a number, or a text of at most " + LongestValue.ToString() + " characters; an empty one takes it away";
        }

        change.Value = value;
        if (change.Decimals >= 0 && value.Length > 0)
        {
            if (!DecimalText.TryParse(value, change.Decimals, out number))
            {
                return "'" + value + "' is no number with at most " + change.Decimals.ToString() + " decimals";
            }

            change.Value = number.ToString();
        }

        return null;
    }

    /// <summary>The start is to find nothing wrong that can be seen before it.</summary>
    private string ValueProblem(Change change)
    {
        try
        {
            byte[] file = ConfigTrial.Lay(change, out change.Was);
            if (change.Was == change.Value)
            {
                return "it is so already";
            }

            _check.Look(SiteConfig.Parse(file));
            return null;
        }
        catch (ConfigException e)
        {
            return e.Message;
        }
    }
}
