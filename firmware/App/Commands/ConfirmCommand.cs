using Appliance.Core.Changes;
using Appliance.Core.Commands;

namespace Appliance.App.Commands;

/// <summary>
/// <c>cmd/confirm</c> with <c>change</c>, the id of a <c>set</c>: what is on trial stays. It comes over a connection that was made by the
/// changed configuration, since the one before ended with the restart.
/// </summary>
public sealed class ConfirmCommand : ICommandVerb
{
    private readonly ConfigTrial _trial;

    public ConfirmCommand(ConfigTrial trial)
    {
        _trial = trial;
    }

    public string Name => "confirm";

    public CommandResult Run(Command command, long now)
    {
        Change change = _trial.Book.Open;
        if (!_trial.IsRunning)
        {
            return CommandResult.Refused(
                command.Id,
                change == null ? "no change is on trial: look at \"what\":\"changes\" of get for what became of it"
                : change.State == ChangeState.Trial ? "the change is not in force yet: confirm it after the restart"
                : "the change is being rolled back");
        }

        if (command.Fields.Text("change") != change.Id)
        {
            return CommandResult.Refused(command.Id, "on trial is \"change\":\"" + change.Id + "\"");
        }

        _trial.Confirm();
        return CommandResult.Done(command.Id).With("change", change.Id);
    }
}
