using Appliance.App.Supervision;
using Appliance.Core.Commands;
using Appliance.Core.Supervision;

namespace Appliance.App.Commands;

/// <summary><c>cmd/restart</c>: answered, told as an event, and then carried out.</summary>
public sealed class RestartCommand : ICommandVerb
{
    private readonly Restarter _restarter;
    private readonly CommandDesk _desk;

    public RestartCommand(Restarter restarter, CommandDesk desk)
    {
        _restarter = restarter;
        _desk = desk;
    }

    public string Name => "restart";

    public CommandResult Run(Command command, long now)
    {
        if (!command.Fields.Has("ts"))
        {
            return CommandResult.Refused(command.Id, "needs \"ts\": a repetition must be known as one after the restart");
        }

        if (!_restarter.May(RestartReason.Command, now))
        {
            return CommandResult.Refused(command.Id, "the device cannot restart now: the flash takes no writes");
        }

        // First, since the restart waits for what has to go out.
        _desk.Answer(CommandResult.Done(command.Id));
        _restarter.Ask(RestartReason.Command, now);
        return null;
    }
}
